// npm run moderate: what visitors wrote, decided about from the terminal; here, or with --remote in a deployed blog.
import { stdin, stdout } from "node:process";
import { parseArgs } from "node:util";
import { BlogError } from "../worker/errors.ts";
import { whileBusy } from "./busy.ts";
import { moderateByKeys } from "./moderate/by-keys.ts";
import type { ModerationDesk } from "./moderate/desk.ts";
import { runFlags } from "./moderate/run.ts";
import { createToken } from "./owner/tokens.ts";
import { tellServer } from "./written.ts";

const USAGE = `npm run moderate                             asks about what waits, one by one
npm run moderate -- --list [--status spam] [--json]
npm run moderate -- --approve ID … | --spam ID … | --trash ID … | --hold ID …
npm run moderate -- --settings | --set hold=all [--set links=3 …]
npm run moderate -- --night held|closed|open [--until "2026-05-02 08:00"]
npm run moderate -- --export EMAIL | --erase EMAIL [--name-only]
npm run moderate -- --feed | --test-mail ADDRESS | --token
each with --remote URL for a deployed blog, and its token in RANDNOTIZ_TOKEN`;

try {
  const { values, positionals } = readArguments();
  await (values.remote === undefined
    ? runHere(values, positionals)
    : runThere(values, positionals));
} catch (error) {
  if (!(error instanceof BlogError)) throw error;
  console.error(`\n${error.message}`);
  process.exitCode = 1;
}

type Values = ReturnType<typeof readArguments>["values"];

async function runHere(values: Values, ids: readonly string[]): Promise<void> {
  // Wrangler takes a second to load; a blog elsewhere needs none.
  const { openLocal } = await import("./local.ts");
  const { localDesk } = await import("./moderate/local-desk.ts");
  const local = await openLocal(values["persist-to"]);
  const { DB: db, MEDIA: bucket } = local.env;
  const now = `${new Date().toISOString().slice(0, 19)}Z`;
  const origin = `http://localhost:${process.env["PORT"] ?? 8787}`;
  try {
    if (values.token) console.log(await whileBusy(() => makeToken(db, false)));
    else await run(localDesk({ db, bucket, origin, now }), values, ids);
    if (!values["persist-to"]) tellServer();
  } finally {
    await local.dispose();
  }
}

async function runThere(values: Values, ids: readonly string[]): Promise<void> {
  if (values.token) {
    const { WranglerDatabase } = await import("./owner/wrangler-database.ts");
    console.log(await makeToken(new WranglerDatabase("--remote").d1, true));
    return;
  }
  const { RemoteBlog } = await import("./publish/remote.ts");
  const { remoteDesk } = await import("./moderate/remote-desk.ts");
  const remote = new RemoteBlog(values.remote ?? "", process.env["RANDNOTIZ_TOKEN"]);
  await run(remoteDesk(remote), values, ids);
}

async function run(
  desk: ModerationDesk,
  { remote: _, token: __, "persist-to": ___, ...typed }: Values,
  ids: readonly string[],
): Promise<void> {
  const asks = Object.keys(typed).length > 0 || ids.length > 0;
  if (asks || !stdin.isTTY || !stdout.isTTY) {
    console.log(await runFlags(desk, typed, ids));
    return;
  }
  const { atTerminal } = await import("./moderate/keyboard.ts");
  const person = atTerminal();
  try {
    const decided = await moderateByKeys(desk, person);
    console.log(`\n${decided} decided about.`);
  } finally {
    person.end();
  }
}

function makeToken(db: Parameters<typeof createToken>[0], remote: boolean): Promise<string> {
  const now = new Date();
  return createToken(db, { name: "moderate", days: undefined, remote, now, scope: "moderate" });
}

function readArguments() {
  const flag = { type: "boolean" } as const;
  const text = { type: "string" } as const;
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        ...{ list: flag, status: text, json: flag },
        ...{ approve: flag, spam: flag, trash: flag, hold: flag },
        ...{ settings: flag, set: { type: "string", multiple: true }, night: text, until: text },
        ...{ export: text, erase: text, "name-only": flag },
        ...{ feed: flag, "test-mail": text, token: flag, remote: text, "persist-to": text },
      },
    });
  } catch {
    throw new BlogError("invalid", `That is not understood. It goes like this:\n\n${USAGE}`);
  }
}
