import { stdin } from "node:process";
import type { Person } from "./by-keys.ts";

/** Whoever sits at this terminal; `end` gives the keyboard back. */
export function atTerminal(): Person & { readonly end: () => void } {
  stdin.setRawMode(true);
  stdin.resume();
  stdin.setEncoding("utf8");
  const key = () =>
    new Promise<string>((resolve) => {
      const end = () => resolve("");
      stdin.once("end", end);
      stdin.once("data", (pressed) => {
        stdin.off("end", end);
        // Who pastes means no command: the first character counts.
        resolve(String(pressed).slice(0, 1).toLowerCase());
      });
    });
  return {
    say: console.log,
    key,
    end: () => {
      stdin.setRawMode(false);
      stdin.pause();
    },
  };
}
