// npm run import -- FILE [--media DIR-or-ZIP]: a WordPress export into the local blog.
import { statSync } from "node:fs";
import { parseArgs } from "node:util";
import { importExport } from "../worker/content/wxr/import.ts";
import { printReport } from "../worker/content/wxr/report.ts";
import { BlogError } from "../worker/errors.ts";
import { openLibrary } from "./import/library.ts";
import { Progress } from "./import/progress.ts";
import { readText } from "./import/read-file.ts";
import { openRelay } from "./import/relay.ts";
import { tellServer } from "./written.ts";

const USAGE = "npm run import -- FILE.xml [--media DIR-or-ZIP]";

/** What is short-lived is collected early, so that the import of 500 MB stays below 200 MB. */
const FLAGS = ["--max-semi-space-size=2", "--expose-gc"];
/** Bytes read between two collections of everything: each takes some 30 ms. */
const COLLECT_BYTES = 1_000_000;

try {
  stayThin();
  await run();
} catch (error) {
  if (!(error instanceof BlogError)) throw error;
  console.error(`\n${error.message}`);
  process.exitCode = 1;
}

async function run(): Promise<void> {
  const { file, media, dir } = readArguments();
  const bytes = sizeOf(file);
  const relay = await openRelay(dir);
  const progress = new Progress(bytes);
  const collect = collector();
  const steps = ["Reading", "Importing"];
  try {
    using library = media ? await openLibrary(media, relay) : null;
    const report = await importExport({
      db: relay.db,
      open: () => {
        progress.start(steps.shift() ?? "");
        return readText(file, (read) => {
          progress.add(read);
          collect(read);
        });
      },
      library,
      now: `${new Date().toISOString().slice(0, 19)}Z`,
    });
    progress.end();
    if (!dir) tellServer();
    console.log(`\n${printReport(report)}\n`);
  } finally {
    await relay.close();
  }
}

/** The flags count only from the start of a process: this one starts anew, in its own place. */
function stayThin(): void {
  const { execArgv, execPath, argv, env, platform } = process;
  if (platform === "win32" || FLAGS.every((flag) => execArgv.includes(flag))) return;
  process.execve?.(execPath, [execPath, ...execArgv, ...FLAGS, ...argv.slice(1)], {
    ...env,
    MALLOC_ARENA_MAX: "1",
  });
}

/** Left alone, the heap of a machine with much memory grows to a multiple of what is in it. */
function collector(): (read: number) => void {
  let uncollected = 0;
  return (read) => {
    uncollected += read;
    if (uncollected < COLLECT_BYTES) return;
    uncollected = 0;
    globalThis.gc?.();
  };
}

function readArguments() {
  try {
    const { positionals, values } = parseArgs({
      allowPositionals: true,
      options: { media: { type: "string" }, "persist-to": { type: "string" } },
    });
    const [file] = positionals;
    if (!file || positionals.length > 1) throw new Error("one file");
    return { file, media: values.media, dir: values["persist-to"] };
  } catch {
    throw new BlogError("invalid", `Please name one export: ${USAGE}`);
  }
}

function sizeOf(file: string): number {
  const info = statSync(file, { throwIfNoEntry: false });
  if (!info?.isFile()) throw new BlogError("missing", `There is no file ${file}.`);
  return info.size;
}
