import type { Decided } from "../../../admin-api/comments.ts";
import { ask } from "../../api.ts";
import type { Batch, Was } from "./decide.ts";

export interface Sent {
  readonly was: Was;
  readonly sent: readonly string[];
  /** Those that the blog has not heard of, because of `error`. */
  readonly left: readonly string[];
  readonly error: unknown;
}

/** Sends one decision after the other, until one is refused. `onSent` hears how many comments are decided. */
export async function sendAll(
  batches: readonly Batch[],
  onSent: (done: number) => void = () => {},
): Promise<Sent> {
  const was: Was[number][] = [];
  const sent: string[] = [];
  for (const [at, batch] of batches.entries()) {
    try {
      const answer = await ask<Decided>("/api/comments", { method: "POST", body: batch });
      was.push(...answer.was);
      sent.push(...batch.ids);
      onSent(sent.length);
    } catch (error) {
      return { was, sent, left: batches.slice(at).flatMap(({ ids }) => ids), error };
    }
  }
  return { was, sent, left: [], error: null };
}
