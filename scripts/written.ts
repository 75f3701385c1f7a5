// How a command that writes to the local blog tells the one that serves it.
import { mkdirSync, watch, writeFileSync } from "node:fs";
import { basename, dirname } from "node:path";

/** Touched by commands that write, so that a blog which is being served looks at once. */
const CHANGED = ".wrangler/state/changed";

/** Tells `npm start`, if it runs, that the local blog was written to. */
export function tellServer(): void {
  mkdirSync(dirname(CHANGED), { recursive: true });
  writeFileSync(CHANGED, new Date().toISOString());
}

/** Calls when another command has written to the local blog. */
export function onWritten(call: () => void): void {
  mkdirSync(dirname(CHANGED), { recursive: true });
  watch(dirname(CHANGED), (_event, name) => {
    if (name === basename(CHANGED)) call();
  });
}
