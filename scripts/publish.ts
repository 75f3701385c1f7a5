// npm run publish -- posts/*.md: Markdown files into the local blog.
import { parseArgs } from "node:util";
import { BlogError } from "../worker/errors.ts";
import { openLocal } from "./local.ts";
import { printPublished, publishFromDisk } from "./publish/from-disk.ts";
import { tellServer } from "./written.ts";

const USAGE = "npm run publish -- posts/*.md [--dry-run] [--prune] [--force]";

try {
  await run();
} catch (error) {
  if (!(error instanceof BlogError)) throw error;
  console.error(`\n${error.message}\n\nNothing was written.`);
  process.exitCode = 1;
}

async function run(): Promise<void> {
  const { typed, options, dir } = readArguments();
  const local = await openLocal(dir);
  const root = process.cwd();
  try {
    // npm goes to the project's folder and says in which one it was called.
    const from = process.env["INIT_CWD"] ?? root;
    const desk = { db: local.env.DB, bucket: local.env.MEDIA, root, from };
    const published = await publishFromDisk(desk, typed, options);
    console.log(`\n${printPublished(published) || "There is no Markdown file."}`);
    if (!dir) tellServer();
    const gone = published.filter(({ kind }) => kind === "gone").length;
    if (options.dryRun) console.log("\nThis was a trial: nothing was written.");
    else if (gone > 0 && options.prune) console.log("\nWhat is gone is a draft now.");
    else if (gone > 0) console.log("\nWhat is gone stays in the blog; --prune makes it a draft.");
  } finally {
    await local.dispose();
  }
}

function readArguments() {
  const { positionals, values } = parse();
  if (positionals.length === 0)
    throw new BlogError("invalid", `Please name files or a folder: ${USAGE}`);
  const { prune = false, force = false } = values;
  const options = { dryRun: values["dry-run"] ?? false, prune, force };
  return { typed: positionals, options, dir: values["persist-to"] };
}

function parse() {
  if (process.argv.some((word) => /^--remote\b/.test(word)))
    throw new BlogError("invalid", "Publishing into a deployed blog (--remote) is yet to come.");
  const flag = { type: "boolean" } as const;
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        ...{ "dry-run": flag, prune: flag, force: flag },
        "persist-to": { type: "string" },
      },
    });
  } catch {
    throw new BlogError("invalid", `That is not understood. It goes like this: ${USAGE}`);
  }
}
