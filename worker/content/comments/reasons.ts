/** Why a comment waits, or is taken for spam. An author reads it in words. */
export type ReasonCode =
  | ("all-held" | "newcomer" | "post-held" | "night" | "links" | "word" | "host" | "name")
  | ("honeypot" | "fast" | "bad-host" | "known-spam" | "repeated" | "scripts")
  | ("reported" | "flood" | "unlimited" | "edited");

export interface Reason {
  readonly code: ReasonCode;
  /** What it was: a word, a host, a number of links. */
  readonly detail?: string;
}
