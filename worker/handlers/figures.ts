import type { Isolate } from "../cache/isolate.ts";
import type { Clock } from "../cache/waiting.ts";
import type { Env } from "../env.ts";

interface Visit {
  readonly request: Request;
  readonly url: URL;
  readonly env: Env;
  readonly isolate: Isolate;
  readonly clock: Clock;
  readonly defer: (work: Promise<unknown>) => void;
}

/** Counts a page or feed that is answered, in this isolate; from time to time the sums are told, and nothing else. */
export function count(
  { request, url, env, isolate, clock, defer }: Visit,
  origin: string,
  type: string,
): void {
  const { figures } = isolate;
  const seen = { path: url.pathname, headers: request.headers, origin };
  if (type.startsWith("text/html")) figures.read(seen);
  else figures.feed(seen);
  const taken = figures.take(clock.now());
  if (!taken) return;
  const day = new Date(clock.now()).toISOString().slice(0, 10);
  if (isolate.site?.known?.uncountedOn === day) return;
  const message = { kind: "figures", id: crypto.randomUUID(), day, ...taken };
  // Lost? It was approximate anyway.
  defer(env.JOBS.send(message).catch(() => {}));
}
