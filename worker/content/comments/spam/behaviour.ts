import type { Case, Signal } from "../spam.ts";

/** Programs fill every field. So does a password manager, now and then: never enough alone. */
const TRAP = 6;

export const filledTrap = ({ honeypot }: Case): Signal[] =>
  honeypot === "" ? [] : [{ code: "honeypot", weight: TRAP }];

/** Seconds from the first touch of the form. Who pastes what was written elsewhere is as fast. */
const MIN_SECONDS = 3;
const FAST = 4;

/** Without a script nobody counts, and nobody is too fast. */
export const tooFast = ({ secondsOnPage }: Case): Signal[] =>
  secondsOnPage === null || secondsOnPage >= MIN_SECONDS
    ? []
    : [{ code: "fast", detail: String(secondsOnPage), weight: FAST }];
