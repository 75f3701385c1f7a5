import type { IslandWords } from "./de.ts";

/** The English words that only the form's script says. */
export const words: IslandWords = {
  sending: "Sending …",
  offline: "No network. The comment is safe here and goes out when the network is back.",
  busy: "The blog asks for a pause. The comment is safe here and goes out by itself after it.",
  silent:
    "The blog does not answer. The comment is safe here and goes out again soon; it never appears twice.",
  earlier: "This comment had not arrived yet. ",
  arrived: "A comment from before has arrived now:",
  stop: "Do not send",
  broken: "That did not work just now. Please try again in a moment.",
  left: (characters: number) => `${characters} characters left`,
  preview: "Preview",
  remember: "Remember name and addresses in this browser",
  reply: (whom: string) => `In reply to ${whom}`,
  note: "A note on this passage",
  cancel: "Cancel",
  pending: "waiting for approval",
  edit: "edit",
  save: "Save",
  withdraw: "withdraw",
  sure: "really withdraw?",
  withdrawn: "The comment is withdrawn.",
  own: "manage",
};
