import type { IslandWords } from "./de.ts";

/** The English words that only a script says. */
export const words: IslandWords = {
  sending: "Sending …",
  offline:
    "No network. The comment is safe in this browser and goes out by itself when the network is back.",
  busy: (seconds: number) =>
    `The blog asks for a pause. The comment is safe in this browser and goes out by itself in ${seconds} seconds.`,
  silent: (seconds: number) =>
    `The blog does not answer. The comment is safe in this browser and goes out again in ${seconds} seconds; it never appears twice.`,
  earlier: "This comment had not arrived yet. ",
  arrived: "A comment from before has arrived now:",
  returned: "A comment from before was not accepted; it lies as a draft with its post:",
  now: "Send now",
  stop: "Do not send",
  broken: "That did not work just now. Please try again in a moment.",
  left: (characters: number) => `${characters.toLocaleString("en")} characters left`,
  preview: "Preview",
  remember: "Remember name and addresses in this browser",
  reply: (whom: string) => `In reply to ${whom}`,
  note: "A note on this passage",
  cancel: "Cancel",
  pending: "waiting for approval",
  edit: "edit",
  text: "Edit the comment",
  save: "Save",
  withdraw: "withdraw",
  sure: "really withdraw?",
  withdrawn: "The comment is withdrawn.",
  own: "manage",
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
