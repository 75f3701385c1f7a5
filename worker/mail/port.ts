import type { Mail } from "./mail.ts";

/** A mail on its way: who it is from, and what it is called each time it is sent. */
export interface Letter extends Mail {
  readonly from: { readonly name: string; readonly email: string };
  /** "random@blog.example" */
  readonly messageId: string;
  readonly lang: string;
}

/**
 * What became of a letter. `later`: the service refused it for now; `never`: it will always refuse it; `unreachable`: there
 * is nobody at the address, or they want no mail.
 */
export type Sent =
  | { readonly outcome: "sent" }
  | { readonly outcome: "later" | "never" | "unreachable"; readonly code: string };

/** A mail service. Whatever it throws leaves open whether the letter was sent. */
export interface Mailer {
  readonly send: (letter: Letter) => Promise<Sent>;
}
