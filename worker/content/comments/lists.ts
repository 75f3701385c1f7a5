import type { StateBlock } from "markdown-it";

/** What a line of a list begins with. */
export interface Marker {
  /** "-", "*", "+", or what stands after a number: "." or ")". */
  readonly sign: string;
  /** Null for a bullet. */
  number: number | null;
  /** Columns up to what the item says. */
  readonly width: number;
}

/** Columns from which on a line belongs to nothing that begins above it. */
const TOO_FAR = 4;

/** The marker of a line that has one, and something behind it. */
export function markerAt(state: StateBlock, line: number): Marker | null {
  const start = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
  const head = state.src.slice(start, Math.min(start + 16, state.eMarks[line] ?? 0));
  const found = /^(?:[-+*]|(\d{1,9})([.)]))([ \t]+)(?=\S)/.exec(head);
  if (!found) return null;
  const [all, digits, sign = all[0] ?? "", blanks = ""] = found;
  const width = all.length - (blanks.length > TOO_FAR ? blanks.length - 1 : 0);
  return { sign, number: digits === undefined ? null : Number(digits), width };
}

/** Whether a second item follows: the line itself may as well be a sentence that begins with a date or a dash. */
export function startsList(state: StateBlock, start: number, marker: Marker): boolean {
  if (marker.number !== null && marker.number !== 1) return false;
  const indent = state.sCount[start] ?? 0;
  const outer = Math.min(state.blkIndent, indent);
  let { goesOn, inCode } = after(state, start, false);
  for (let line = start + 1; line < state.lineMax; line++) {
    const column = state.sCount[line] ?? 0;
    if (state.isEmpty(line)) goesOn = false;
    else if (column < outer) return false;
    else if (column >= indent + marker.width) ({ goesOn, inCode } = after(state, line, inCode));
    else {
      const next = column - outer < TOO_FAR ? markerAt(state, line) : null;
      if (next) return next.sign === marker.sign && (next.number === null || next.number === 2);
      // Only a paragraph goes on in the margin.
      if (!goesOn || !after(state, line, false).goesOn) return false;
    }
  }
  return false;
}

/** Whether a paragraph may go on after a line of an item, and whether the line is in the middle of code. */
function after(
  state: StateBlock,
  line: number,
  wasInCode: boolean,
): { goesOn: boolean; inCode: boolean } {
  const whole = state.src.slice(state.bMarks[line] ?? 0, state.eMarks[line] ?? 0);
  const edge = /^(?:\s|[-+*]\s|\d{1,9}[.)]\s)*(>|```|~~~)/.exec(whole)?.[1];
  const inCode = (edge !== undefined && edge !== ">") !== wasInCode;
  return { goesOn: !inCode && edge === undefined, inCode };
}
