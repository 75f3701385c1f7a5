import type { CommentsWords } from "../../i18n/admin/de/comments.ts";
import type { Shortcut } from "../keys.ts";

/** What the keys of the queue do. */
export interface QueueDeeds {
  readonly step: (by: 1 | -1) => void;
  readonly decide: (action: "approve" | "spam" | "trash") => void;
  /** Opens a field below the comment. */
  readonly write: (what: "reply" | "edit") => void;
  readonly undo: () => void;
  readonly select: () => void;
  readonly open: () => void;
}

/** As whoever moderates knows them from elsewhere: j k, a s d, r e, u or z, x. */
export function queueShortcuts({ keys }: CommentsWords, deeds: QueueDeeds): Shortcut[] {
  return [
    { keys: "j", does: keys.next, run: () => deeds.step(1) },
    { keys: "k", does: keys.previous, run: () => deeds.step(-1) },
    { keys: "a", does: keys.approve, run: () => deeds.decide("approve") },
    { keys: "s", does: keys.spam, run: () => deeds.decide("spam") },
    { keys: "d", does: keys.trash, run: () => deeds.decide("trash") },
    { keys: "r", does: keys.reply, run: () => deeds.write("reply") },
    { keys: "e", does: keys.edit, run: () => deeds.write("edit") },
    { keys: "u", does: keys.undo, run: deeds.undo },
    { keys: "z", does: keys.undo, run: deeds.undo },
    { keys: "x", does: keys.select, run: deeds.select },
    { keys: "Enter", does: keys.open, run: deeds.open, when: isAtComment },
  ];
}

/** On a button or a link the key does what it always does. */
const isAtComment = ({ target }: KeyboardEvent): boolean =>
  (target as Element | null)?.matches?.(".queued") ?? false;
