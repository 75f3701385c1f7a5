// npm start: the whole blog on this machine. Builds, brings the database up to date, fills an empty blog, and serves.
import { randomBytes } from "node:crypto";
import { createServer } from "node:net";
import { unstable_startWorker } from "wrangler";
import { makeToken, TOKEN_BYTES } from "../worker/auth/tokens.ts";
import { isUpToDate, openLocal, rememberUpToDate } from "./local.ts";
import { onWritten } from "./written.ts";

// Only what the Worker needs is loaded before it stands; the rest comes when it is asked for.

/** What is saved here is published. */
const POSTS = "posts";

/** Milliseconds. Cron runs by itself only in production. */
const CRON_MS = 60_000;

// Its news are not the blog's; errors still come through.
process.env["WRANGLER_LOG"] ??= "error";

const port = Number(process.env["PORT"] ?? 8787);
const origin = `http://localhost:${port}`;

if (!Number.isInteger(port) || port < 1 || port > 65_535)
  fail(`PORT is ${process.env["PORT"]}, which is no port.`);
if (!(await isFree(port))) fail(`Port ${port} is taken. Another one: PORT=${port + 1} npm start`);

if (!isUpToDate()) await prepare();
await serve();

async function prepare(): Promise<void> {
  console.log("Preparing the database …");
  const local = await openLocal();
  const { fillEmptyBlog } = await import("./demo.ts");
  const filled = await fillEmptyBlog(local.env.DB, local.env.MEDIA);
  if (filled)
    console.log("The blog was empty: it shows the demo now, until your first import or post.");
  await local.dispose();
  rememberUpToDate();
}

async function serve(): Promise<void> {
  console.log("Starting the Worker …");
  const token = makeToken(randomBytes(TOKEN_BYTES));
  const worker = await unstable_startWorker({
    config: "wrangler.toml",
    bindings: {
      ORIGIN: { type: "plain_text", value: origin },
      LOCAL: { type: "plain_text", value: token },
    },
    dev: {
      server: { hostname: "127.0.0.1", port },
      inspector: false,
      logLevel: "error",
      watch: true,
    },
  });
  const closing = [() => worker.dispose()];
  const stop = () =>
    void Promise.allSettled(closing.map((close) => close())).finally(() => process.exit(0));
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, stop);
  await worker.ready;
  await worker.fetch(`${origin}/feed.xml`);
  console.log(`
  The blog       ${origin}/
  Its feed       ${origin}/feed.xml

  A Markdown file that you save in ${POSTS}/ is published. Ctrl-C stops the blog.`);
  const cron = repeat(() => worker.fetch(`${origin}/cdn-cgi/local/scheduled`));
  closing.unshift(await watch(token, cron));
  onWritten(cron);
  cron();
}

/** Does something every so often, one after the other; what comes back does it now. */
function repeat(work: () => Promise<unknown>): () => void {
  let turn: Promise<unknown> = Promise.resolve();
  const run = () => {
    turn = turn.then(work).catch(console.error);
  };
  setInterval(run, CRON_MS);
  return run;
}

/** Through the Worker itself: two processes that write to one database of this machine do not wait for each other. */
async function watch(token: string, saved: () => void): Promise<() => Promise<void>> {
  const [{ watchPosts }, { publishInto }, { RemoteBlog }, { blogBehind }] = await Promise.all([
    import("./publish/watch.ts"),
    import("./publish/from-disk.ts"),
    import("./publish/remote.ts"),
    import("./publish/remote-store.ts"),
  ]);
  const root = process.cwd();
  const remote = new RemoteBlog(origin, token);
  const blog = blogBehind({ remote, root, force: false, say: () => {} });
  const desk = { root, publish: (names: readonly string[]) => publishInto(blog, { root }, names) };
  return watchPosts(desk, POSTS, (words) => {
    saved();
    console.log(`\n${words}`);
  });
}

/** On both loopback addresses, since "localhost" may be either. */
async function isFree(wanted: number): Promise<boolean> {
  const on = (host: string) =>
    new Promise<boolean>((resolve) => {
      const server = createServer();
      server.once("error", (error: NodeJS.ErrnoException) => resolve(error.code !== "EADDRINUSE"));
      server.listen(wanted, host, () => server.close(() => resolve(true)));
    });
  return (await on("127.0.0.1")) && (await on("::1"));
}

function fail(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}
