import type { Action, CommentStatus, Decided, DecidedPart } from "../../../admin-api/comments.ts";

/** Comments with what they were before. */
export type Was = Decided["was"];

export interface Batch {
  readonly ids: readonly string[];
  readonly action: Action;
}

/** Comments that one request decides about, as the API has it. */
const AT_ONCE = 100;

/** What makes a comment what it was. */
const BACK: Readonly<Record<CommentStatus, Action>> = {
  ...{ approved: "approve", pending: "hold", spam: "spam", trash: "trash" },
};

/** One decision about many, as requests. */
export function batchesOf(ids: readonly string[], action: Action): Batch[] {
  const count = Math.ceil(ids.length / AT_ONCE);
  return Array.from({ length: count }, (_, at) => ({
    ids: ids.slice(at * AT_ONCE, (at + 1) * AT_ONCE),
    action,
  }));
}

/** What has to be decided so that all of them are what they were. */
export function undoOf(was: Was): Batch[] {
  const statuses = Object.keys(BACK) as CommentStatus[];
  return statuses.flatMap((status) => {
    const ids = was.filter((one) => one.status === status).map(({ id }) => id);
    return batchesOf(ids, BACK[status]);
  });
}

/** How many more wait after a decision than before; less than 0 where fewer do. */
export function moreWaiting(was: Was, action: Action): number {
  const waited = was.filter(({ status }) => status === "pending").length;
  return action === "hold" ? was.length - waited : -waited;
}

interface Pace {
  /** Told of each part once it is decided. */
  readonly onPart: (part: DecidedPart) => void;
  readonly isStopped: () => boolean;
}

/**
 * Decides part after part, until there is no more or somebody stops it; gives where it would go on, null at the end. What a
 * request throws is thrown on: `onPart` knows what was done until then.
 */
export async function decideAll(
  askPart: (after: string | null) => Promise<DecidedPart>,
  after: string | null,
  { onPart, isStopped }: Pace,
): Promise<string | null> {
  for (let place = after; ; ) {
    const part = await askPart(place);
    onPart(part);
    place = part.next;
    if (place === null || isStopped()) return place;
  }
}
