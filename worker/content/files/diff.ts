/** Lines shown of each side, and characters of a line. */
const MAX_LINES = 8;
const MAX_CHARS = 96;

/** Where two texts differ, from the first line that does to the last: "-" is lost, "+" comes. */
export function lineDiff(before: string, after: string): string {
  const old = before.split("\n");
  const fresh = after.split("\n");
  let start = 0;
  while (start < old.length && start < fresh.length && old[start] === fresh[start]) start++;
  let end = 0;
  const most = Math.min(old.length, fresh.length) - start;
  while (end < most && old.at(-1 - end) === fresh.at(-1 - end)) end++;
  return [
    ...signed("-", old.slice(start, old.length - end)),
    ...signed("+", fresh.slice(start, fresh.length - end)),
  ].join("\n");
}

function signed(sign: string, lines: readonly string[]): string[] {
  const shown = lines.slice(0, MAX_LINES).map((line) => `  ${sign} ${line.slice(0, MAX_CHARS)}`);
  const hidden = lines.length - shown.length;
  return hidden > 0 ? [...shown, `  ${sign} … ${hidden} more lines`] : shown;
}
