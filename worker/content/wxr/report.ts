import type { Moved } from "./addresses.ts";
import { Counts, KINDS, Tally } from "./tally.ts";

/** What an import has to tell at its end. */
export class Report {
  readonly tally = new Tally();
  readonly shortcodes = new Counts();
  readonly blocks = new Counts();
  readonly hosts = new Counts();
  readonly postsByYear = new Counts();
  readonly commentsByYear = new Counts();
  moved: readonly Moved[] = [];
  discussed: { readonly title: string; readonly comments: number }[] = [];

  /** Keeps the posts with most comments. */
  discuss(title: string, comments: number): void {
    if (comments === 0) return;
    this.discussed.push({ title, comments });
    this.discussed.sort((a, b) => b.comments - a.comments);
    this.discussed.length = Math.min(this.discussed.length, 5);
  }
}

/** Lines. A longer list is cut, and says so. */
const MAX_LISTED = 20;
const BAR_CHARS = 30;

/** The report for a terminal. */
export function printReport(report: Report): string {
  const moved = report.moved.map(({ wanted, path, title }): Row => [wanted, `→ ${path}`, title]);
  return [
    table(report.tally),
    list(
      "Stored under another path, because a page of the blog or another post has theirs:",
      moved,
    ),
    list("Shortcodes that nobody knows, reduced to their inner text:", rows(report.shortcodes)),
    list("Blocks that WordPress filled in, left out:", rows(report.blocks)),
    list("Media on other hosts, now links:", rows(report.hosts)),
    numbers(report),
  ]
    .filter(Boolean)
    .join("\n\n");
}

type Row = readonly string[];

function table({ lines }: Tally): string {
  const rows: Row[] = [["", "found", "imported", "already there", "skipped"]];
  for (const kind of KINDS) {
    const line = lines.get(kind);
    if (!line) continue;
    const skipped = [...line.skipped.values()].reduce((sum, count) => sum + count, 0);
    const reasons = [...line.skipped].map(([reason, count]) => `${count} ${reason}`).join(", ");
    const counts = [line.found, line.imported, line.there, skipped].map(String);
    rows.push([kind, ...counts, reasons]);
  }
  return align(rows, new Set([1, 2, 3, 4]));
}

function numbers({ postsByYear, commentsByYear, discussed }: Report): string {
  const posts = postsByYear.byName;
  const comments = commentsByYear.byName;
  const years = [...new Set([...posts.keys(), ...comments.keys()])].sort();
  if (years.length === 0) return "";
  const most = Math.max(...posts.values(), ...comments.values());
  const bar = (count: number, mark: string) => mark.repeat(Math.ceil((count / most) * BAR_CHARS));
  const chart = years.flatMap((year): Row[] => [
    [year, `${posts.get(year) ?? 0}`, `posts     ${bar(posts.get(year) ?? 0, "█")}`],
    ["", `${comments.get(year) ?? 0}`, `comments  ${bar(comments.get(year) ?? 0, "░")}`],
  ]);
  const top = discussed.map(
    ({ title, comments: count }): Row => [`${count}`, title || "(untitled)"],
  );
  const span = years.length === 1 ? "One year" : `${years.length} years`;
  return [
    `${span} in numbers\n${align(chart, new Set([1]))}`,
    list("Most discussed:", top, new Set([0])),
  ]
    .filter(Boolean)
    .join("\n\n");
}

const rows = (counts: Counts): Row[] =>
  counts.sorted().map(([name, count]) => [name, `${count} ×`]);

function list(title: string, all: readonly Row[], right?: ReadonlySet<number>): string {
  if (all.length === 0) return "";
  const rest = all.length > MAX_LISTED ? `\n  … and ${all.length - MAX_LISTED} more` : "";
  return `${title}\n${align(all.slice(0, MAX_LISTED), right)}${rest}`;
}

/** Columns, two blanks apart; what an export says cannot steer the terminal. */
function align(all: readonly Row[], right: ReadonlySet<number> = new Set()): string {
  const cells = all.map((row) => row.map((cell) => cell.replace(/\p{C}/gu, "").slice(0, 100)));
  const widths = (cells[0] ?? []).map((_, at) =>
    Math.max(...cells.map((row) => (row[at] ?? "").length)),
  );
  const pad = (cell: string, at: number) =>
    right.has(at) ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0);
  return cells.map((row) => `  ${row.map(pad).join("  ")}`.trimEnd()).join("\n");
}
