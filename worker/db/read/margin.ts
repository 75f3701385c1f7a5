import type { Comment, MarginNote, NotePlace, TextBlock } from "../../../src/model.ts";

/** Places that the style sheet knows. */
const MOST_PLACES = 20;
/** Characters of text that stand beside a note in the margin, which shows so much of itself and no more. */
const CHARS_BESIDE = 480;

/** Notes of the post that stand on later pages of its discussion, and those of this one. */
export function findPlaces(
  notes: readonly (Omit<MarginNote, "margin"> & { readonly here: boolean })[],
  blocks: readonly TextBlock[],
): MarginNote[] {
  const starts = startsOf(blocks);
  let place = 0;
  let free = 0;
  return [...notes]
    .filter(({ block }) => block <= blocks.length)
    .sort((a, b) => a.block - b.block || a.number - b.number)
    .map(({ here, ...note }) => {
      const start = starts[note.block - 1] ?? 0;
      const fits = here && start >= free && place < MOST_PLACES;
      if (fits) free = start + CHARS_BESIDE;
      return { ...note, margin: fits ? ++place : null };
    });
}

/** The comments, each with its place beside the text. */
export function withPlaces(comments: readonly Comment[], notes: readonly MarginNote[]): Comment[] {
  const places = new Map<string, NotePlace>(
    notes.map(({ id, block, margin }) => [id, { block, margin }]),
  );
  return comments.map((comment) => ({ ...comment, note: places.get(comment.id) ?? null }));
}

/** Characters of text before each block. */
function startsOf(blocks: readonly TextBlock[]): number[] {
  let chars = 0;
  return blocks.map(([, length]) => {
    const start = chars;
    chars += length;
    return start;
  });
}
