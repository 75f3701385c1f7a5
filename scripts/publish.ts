// npm run publish -- posts/*.md: Markdown files into the blog of this machine, or with --remote into one elsewhere.
import { parseArgs } from "node:util";
import type { Published } from "../worker/content/files/publish.ts";
import { BlogError } from "../worker/errors.ts";
import {
  type Options,
  type Place,
  printPublished,
  publishFromDisk,
  publishInto,
} from "./publish/from-disk.ts";
import { RemoteBlog } from "./publish/remote.ts";
import { blogBehind, HalfWritten } from "./publish/remote-store.ts";
import { tellServer } from "./written.ts";

const USAGE = "npm run publish -- posts/*.md [--dry-run] [--prune] [--force] [--remote URL]";

try {
  await run();
} catch (error) {
  if (!(error instanceof BlogError)) throw error;
  console.error(`\n${error.message}`);
  if (!(error instanceof HalfWritten)) console.error("\nNothing was written.");
  process.exitCode = 1;
}

async function run(): Promise<void> {
  const { typed, options, dir, remote } = readArguments();
  const root = process.cwd();
  // npm goes to the project's folder and says in which one it was called.
  const place = { root, from: process.env["INIT_CWD"] ?? root };
  const published =
    remote === undefined
      ? await publishHere(place, typed, { options, dir })
      : await publishThere(remote, place, typed, options);
  console.log(`\n${printPublished(published) || "There is no Markdown file."}`);
  const gone = published.filter(({ kind }) => kind === "gone").length;
  if (options.dryRun) console.log("\nThis was a trial: nothing was written.");
  else if (gone > 0 && options.prune) console.log("\nWhat is gone is a draft now.");
  else if (gone > 0) console.log("\nWhat is gone stays in the blog; --prune makes it a draft.");
}

async function publishHere(
  place: Place,
  typed: readonly string[],
  { options, dir }: { options: Options; dir: string | undefined },
): Promise<Published[]> {
  // Wrangler takes a second to load; a blog elsewhere needs none.
  const { openLocal } = await import("./local.ts");
  const local = await openLocal(dir);
  try {
    const desk = { db: local.env.DB, bucket: local.env.MEDIA, ...place };
    const published = await publishFromDisk(desk, typed, options);
    if (!dir) tellServer();
    return published;
  } finally {
    await local.dispose();
  }
}

function publishThere(
  address: string,
  place: Place,
  typed: readonly string[],
  options: Options,
): Promise<Published[]> {
  const remote = new RemoteBlog(address, process.env["RANDNOTIZ_TOKEN"]);
  const { root } = place;
  const desk = { remote, root, force: options.force ?? false, say: console.log };
  return publishInto(blogBehind(desk), place, typed, options);
}

function readArguments() {
  const { positionals, values } = parse();
  if (positionals.length === 0)
    throw new BlogError("invalid", `Please name files or a folder: ${USAGE}`);
  const { prune = false, force = false, remote } = values;
  const options = { dryRun: values["dry-run"] ?? false, prune, force };
  return { typed: positionals, options, dir: values["persist-to"], remote };
}

function parse() {
  const flag = { type: "boolean" } as const;
  const text = { type: "string" } as const;
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        ...{ "dry-run": flag, prune: flag, force: flag },
        ...{ "persist-to": text, remote: text },
      },
    });
  } catch {
    throw new BlogError("invalid", `That is not understood. It goes like this: ${USAGE}`);
  }
}
