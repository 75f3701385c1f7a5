import MarkdownIt, { type MarkdownIt as Parser, type StateBlock } from "markdown-it";
import { type Marker, markerAt, startsList } from "./lists.ts";

/** Quotes and lists within one another; what lies deeper stays text. */
const MAX_DEPTH = 6;

type Rule = (state: StateBlock, start: number, end: number, silent: boolean) => boolean;

/** Where the reading of a text is: how deep, and in which lists. */
interface Place {
  depth: number;
  readonly lists: Marker[];
}

/** Makes quotes and lists what people mean by them, who never heard of Markdown. */
export function readAsTyped(markdown: Parser): void {
  const { ruler } = markdown.block;
  ruler.at("fence", fenceOfItsOwn(libraryRule("fence")), {
    alt: ["paragraph", "blockquote", "list"],
  });
  ruler.at("blockquote", limitDepth(quoteOfItsLines(libraryRule("blockquote"))), {
    alt: ["paragraph", "blockquote", "list"],
  });
  ruler.at("list", limitDepth(meantList(libraryRule("list"))), {
    alt: ["paragraph", "blockquote"],
  });
  ruler.before("paragraph", "list_number", isOutOfCount, { alt: ["list"] });
}

/** The library knows its rules by name only when they are the only ones. */
function libraryRule(name: string): Rule {
  const library = new MarkdownIt();
  library.block.ruler.enableOnly([name]);
  return library.block.ruler.getRules("")[0] as Rule;
}

function placeOf({ env }: StateBlock): Place {
  env["place"] ??= { depth: 0, lists: [] } satisfies Place;
  return env["place"] as Place;
}

/** The text grows by every level, and so does the time to read it. */
const limitDepth =
  (rule: Rule): Rule =>
  (state, start, end, silent) => {
    const place = placeOf(state);
    if (place.depth >= MAX_DEPTH) return false;
    place.depth++;
    const found = rule(state, start, end, silent);
    place.depth--;
    return found;
  };

/** A fence may name a language, which is not shown; a sentence behind it would be lost. */
const fenceOfItsOwn =
  (rule: Rule): Rule =>
  (state, start, end, silent) => {
    const from = (state.bMarks[start] ?? 0) + (state.tShift[start] ?? 0);
    const line = state.src.slice(from, state.eMarks[start]);
    return /^[`~]+[ \t]*[\w+#.-]{0,30}[ \t]*$/.test(line) && rule(state, start, end, silent);
  };

/** A quote ends with the last line that has its mark: the next line is the answer, with or without a blank line. */
const quoteOfItsLines =
  (rule: Rule): Rule =>
  (state, start, _end, silent) => {
    const { lineMax } = state;
    let last = start + 1;
    while (last < lineMax && isQuoted(state, last)) last++;
    state.lineMax = last;
    const found = rule(state, start, last, silent);
    state.lineMax = lineMax;
    return found;
  };

const isQuoted = (state: StateBlock, line: number): boolean =>
  (state.sCount[line] ?? 0) >= state.blkIndent &&
  !state.isEmpty(line) &&
  state.src[(state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0)] === ">";

/** A list has two items at least, numbers from one on: "17. März" and "- ja" are none. */
const meantList =
  (rule: Rule): Rule =>
  (state, start, end, silent) => {
    const marker = markerAt(state, start);
    if (!marker) return false;
    const { lists } = placeOf(state);
    const isNext = (state.sCount[start] ?? 0) < state.blkIndent && isNextOf(lists, marker);
    if (!isNext && !startsList(state, start, marker)) return false;
    lists.push({ ...marker });
    const found = rule(state, start, end, silent);
    lists.pop();
    return found;
  };

/** Whether a line that is not indented goes on with one of the lists it may belong to. */
const isNextOf = (lists: readonly Marker[], { sign, number }: Marker): boolean =>
  lists.some(
    (list) => list.sign === sign && (number === null || number === (list.number ?? 0) + 1),
  );

/** Ends a list before a number that is not its next, and counts on where it is. */
function isOutOfCount(state: StateBlock, line: number, _end: number, silent: boolean): boolean {
  const list = placeOf(state).lists.at(-1);
  const marker = silent ? markerAt(state, line) : null;
  if (!list || !marker || marker.number === null || list.number === null) return false;
  if (marker.number !== list.number + 1) return true;
  list.number++;
  return false;
}
