/** One `[name key="value" value /]` or `[/name]`. */
export interface Tag {
  readonly name: string;
  /** The name as it was typed. */
  readonly written: string;
  readonly closing: boolean;
  readonly void: boolean;
  readonly attributes: ReadonlyMap<string, string>;
  /** Values without a name. */
  readonly values: readonly string[];
  /** Where the source goes on. */
  readonly end: number;
}

/** Characters. A longer tag is text. */
const MAX_TAG_CHARS = 5_000;

const OPENING = /\[(\/?)([a-zA-Z][\w-]*)(?=[\s\]/=:])/y;
const NAMED = /([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'[\]<>]+))/y;
const QUOTED = /"([^"]*)"|'([^']*)'/y;
const BARE = /(?:[^\s"'[\]<>/]|\/(?!\]))+/y;
const END = /\s*(\/?)\]/y;
const SPACE = /\s+/y;

/** Reads the tag that starts here, or null. */
export function readTag(source: string, start: number): Tag | null {
  const part = source.slice(start, start + MAX_TAG_CHARS);
  const opening = match(OPENING, part, 0);
  if (!opening) return null;
  const attributes = new Map<string, string>();
  const values: string[] = [];
  let at = opening[0].length;
  // [youtube=URL] and [audio:URL], as they once were written.
  if (/[=:]/.test(part[at] ?? "")) at++;
  for (;;) {
    const end = match(END, part, at);
    if (end)
      return tagOf(opening, {
        attributes,
        values,
        void: end[1] !== "",
        end: start + at + end[0].length,
      });
    const step = readStep(part, at, attributes, values);
    if (step === 0) return null;
    at += step;
  }
}

type Rest = Pick<Tag, "attributes" | "values" | "void" | "end">;

const tagOf = (opening: RegExpExecArray, rest: Rest): Tag => ({
  name: (opening[2] ?? "").toLowerCase(),
  written: opening[2] ?? "",
  closing: opening[1] !== "",
  ...rest,
});

/** Reads white space or one value, and says how long it is. */
function readStep(
  part: string,
  at: number,
  attributes: Map<string, string>,
  values: string[],
): number {
  const named = match(NAMED, part, at);
  if (named) {
    attributes.set(named[1]?.toLowerCase() ?? "", named[2] ?? named[3] ?? named[4] ?? "");
    return named[0].length;
  }
  const bare = match(QUOTED, part, at) ?? match(BARE, part, at);
  if (bare) values.push(bare[1] ?? bare[2] ?? bare[0]);
  return (bare ?? match(SPACE, part, at))?.[0].length ?? 0;
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
