import type { KnownChange } from "../cache/add-changes.ts";
import type { FiguresDraft } from "../db/write/figures.ts";

/** What the queue REFRESH carries; nothing in it is needed that D1 could not say, but for when D1 does not answer. */
export type RefreshMessage =
  /** Something changed: the row of `changes`. */
  | ({ readonly kind: "change" } & KnownChange)
  /** D1 was taken back to an older point, and what KV holds is of another history. */
  | { readonly kind: "restored"; readonly generation: string }
  /** The site entry may be behind: look. */
  | { readonly kind: "check" }
  /** A page is asked for again and again: store it. */
  | { readonly kind: "admit"; readonly origin: string; readonly path: string }
  /** Pages that one invocation had no time for. */
  | {
      readonly kind: "store";
      readonly as: "write" | "admit";
      readonly origin: string;
      readonly paths: readonly string[];
    };

/** What the queue JOBS carries. */
export type JobMessage =
  /** Drop answers with these short tags from the edge cache. */
  | { readonly kind: "purge"; readonly tags: readonly string[] }
  /** Send a mail: the row of the outbox. */
  | { readonly kind: "mail"; readonly id: number }
  /** Sums that an isolate has counted. */
  | ({ readonly kind: "figures" } & FiguresDraft)
  /** Erase again what a restore may have brought back. */
  | { readonly kind: "erasures" };

const KINDS: readonly string[] = ["change", "restored", "check", "admit", "store"];

/** A message of this release; null for one of another. */
export function parseRefresh(body: unknown): RefreshMessage | null {
  const message = body as RefreshMessage | null;
  if (typeof message !== "object" || !message || !KINDS.includes(message.kind)) return null;
  const whole = message.kind !== "change" || (message.seq > 0 && Array.isArray(message.tags));
  return whole ? message : null;
}

export function parseJob(body: unknown): JobMessage | null {
  const message = body as JobMessage | null;
  if (message?.kind === "erasures") return message;
  if (message?.kind === "figures") return isFigures(message) ? message : null;
  if (message?.kind === "mail") return Number.isInteger(message.id) ? message : null;
  return message?.kind === "purge" && Array.isArray(message.tags) ? message : null;
}

const isFigures = ({ id, day, reads, subscribers, referrers }: FiguresDraft): boolean =>
  typeof id === "string" &&
  /^\d{4}-\d\d-\d\d$/.test(day) &&
  [reads, subscribers, referrers].every((sums) => typeof sums === "object" && sums !== null);
