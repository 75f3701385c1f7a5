/** What an export is counted in, in the order of the table. */
export const KINDS = [
  "authors",
  "categories",
  "tags",
  "posts",
  "static pages",
  "comments",
  "media",
  "other",
] as const;
export type Counted = (typeof KINDS)[number];

/** found = imported + already there + skipped, since each thing is counted once, with its fate. */
export interface Line {
  found: number;
  imported: number;
  there: number;
  /** How many, by reason. */
  readonly skipped: Map<string, number>;
}

export class Tally {
  readonly lines = new Map<Counted, Line>();

  imported(kind: Counted, fresh: boolean): void {
    const line = this.#find(kind);
    if (fresh) line.imported++;
    else line.there++;
  }

  skipped(kind: Counted, reason: string, count = 1): void {
    if (count === 0) return;
    const line = this.#find(kind, count);
    line.skipped.set(reason, (line.skipped.get(reason) ?? 0) + count);
  }

  #find(kind: Counted, count = 1): Line {
    const line = this.lines.get(kind) ?? { found: 0, imported: 0, there: 0, skipped: new Map() };
    line.found += count;
    this.lines.set(kind, line);
    return line;
  }
}

/** Counts words; at most so many different ones, since a hostile export has no end of them. */
export class Counts {
  readonly byName = new Map<string, number>();

  add(name: string, count = 1): void {
    const key = this.byName.has(name) || this.byName.size < 1_000 ? name : "…";
    this.byName.set(key, (this.byName.get(key) ?? 0) + count);
  }

  /** The most frequent first. */
  sorted = (): [string, number][] =>
    [...this.byName].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]));
}
