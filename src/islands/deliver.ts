import type { CommentNode } from "../model.ts";
import { ask, type Problem } from "./ask.ts";
import { dropUnsent, type Fields, keepUnsent } from "./kept.ts";

/** A comment as the blog answers it to its writer. */
export interface Sent {
  readonly id: string;
  readonly status: string;
  readonly number: number | null;
  readonly name: string;
  readonly nodes: readonly CommentNode[];
  readonly editableUntil: string;
  readonly own: string;
  readonly message?: string;
  readonly quote?: string | null;
}

export type News =
  | { readonly kind: "sending" }
  | { readonly kind: "sent"; readonly comment: Sent }
  | { readonly kind: "refused"; readonly field: string; readonly sentence: string }
  | {
      readonly kind: "later";
      readonly why: "offline" | "busy" | "silent";
      readonly seconds: number;
    };

export interface Delivery {
  /** Tries at once. */
  now(): void;
  /** Gives it up. */
  stop(): void;
}

/**
 * Sends a comment until the blog has said yes or no, however long that takes. It is kept in the browser meanwhile, and the
 * blog knows it by its id, so that it arrives once.
 */
export function deliver(fields: Fields, tell: (news: News) => void): Delivery {
  let attempts = 0;
  let busy = false;
  let over = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const end = () => {
    over = true;
    clearTimeout(timer);
    removeEventListener("online", run);
    dropUnsent(fields.submission);
  };
  const run = async () => {
    clearTimeout(timer);
    if (busy || over) return;
    busy = true;
    tell({ kind: "sending" });
    const news = await attempt(fields, attempts++);
    busy = false;
    // Who gave it up meanwhile still hears that it had arrived.
    if (over && news.kind !== "sent") return;
    if (news.kind === "later") timer = setTimeout(run, news.seconds * 1000);
    else end();
    tell(news);
  };
  keepUnsent(fields);
  addEventListener("online", run);
  run();
  return { now: run, stop: end };
}

async function attempt(fields: Fields, before: number): Promise<News> {
  const reply = await ask<Sent & Problem>("/comments", fields);
  const { status = 0, data = null, wait = 0 } = reply ?? {};
  if (status < 300 && data?.id) return { kind: "sent", comment: data };
  if (status >= 400 && status < 500 && status !== 429) {
    return { kind: "refused", field: data?.field ?? "", sentence: data?.detail ?? "" };
  }
  const isBusy = status === 429 || status === 503;
  const why = isBusy ? "busy" : navigator.onLine ? "silent" : "offline";
  return { kind: "later", why, seconds: wait || pause(before) };
}

/** Seconds, at random, so that not everybody comes back at once; at most some five minutes. */
const pause = (before: number): number =>
  Math.ceil(3 * 2 ** Math.min(before, 6) * (1 + Math.random() / 2));
