import type { MineWords } from "./de.ts";

/** The English words that a script says on the pages of one's own comments. */
export const words: MineWords = {
  pending: "waiting for approval",
  own: "manage",
  broken: "That did not work just now. Please try again in a moment.",
  none: "No comments are remembered in this browser.",
  on: "on",
  answers: "Replies",
  forget: "Remove from this browser",
  forgotten: "This browser has forgotten the comment. The address of this page still opens it.",
  take: "Take to another device",
  takeHint: "Open this link there. It is secret: who has it may change these comments.",
  bring: (count: number) =>
    count === 1
      ? "The link brings one comment along. Remember it in this browser?"
      : `The link brings ${count} comments along. Remember them in this browser?`,
  yes: "Remember",
  no: "No",
};
