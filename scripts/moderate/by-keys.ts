import type { ModerationAction } from "../../worker/content/comments/moderate.ts";
import type { ModerationDesk } from "./desk.ts";
import { printComment } from "./print.ts";

/** What a key does; with none of these the question stays. */
const KEYS: Readonly<Record<string, ModerationAction | "next" | "quit">> = {
  ...{ a: "approve", s: "spam", t: "trash", n: "next", q: "quit" },
  // Ctrl-C and Ctrl-D.
  ...{ "\u0003": "quit", "\u0004": "quit" },
};

const QUESTION = "\n[a] approve  [s] spam  [t] trash  [n] next  [q] quit";

/** A person at a terminal. */
export interface Person {
  readonly say: (words: string) => void;
  /** The next key; empty when there are no more. */
  readonly key: () => Promise<string>;
}

/** Shows one comment after the other, the oldest first, and does what the keys say. Gives how many were decided about. */
export async function moderateByKeys(desk: ModerationDesk, { say, key }: Person): Promise<number> {
  let decided = 0;
  const seen = new Set<string>();
  for (;;) {
    const { items, total } = await desk.list("pending");
    const next = items.toReversed().find(({ id }) => !seen.has(id));
    if (!next) return decided;
    seen.add(next.id);
    say(`\n${total} waiting\n\n${printComment(next)}\n${QUESTION}`);
    const chosen = await choose(key);
    if (chosen === "quit") return decided;
    if (chosen !== "next") decided += (await desk.decide(chosen, [next.id])).length;
  }
}

async function choose(key: Person["key"]): Promise<ModerationAction | "next" | "quit"> {
  for (;;) {
    const pressed = await key();
    if (pressed === "") return "quit";
    const chosen = Object.hasOwn(KEYS, pressed) ? KEYS[pressed] : undefined;
    if (chosen) return chosen;
  }
}
