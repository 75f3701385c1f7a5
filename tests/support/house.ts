import { env } from "cloudflare:workers";
import { Isolate } from "../../worker/cache/isolate.ts";
import { answerApi, isApi } from "../../worker/handlers/api/door.ts";
import { answerRequest, type House } from "../../worker/handlers/door.tsx";
import { match, matchApi } from "../../worker/match.ts";

/** The blog's own address in tests. */
export const ORIGIN = "https://blog.test";

/** What a test may change about the Worker: a binding that fails, an isolate that remembers, a clock that jumps. */
export interface Circumstances extends Partial<Pick<House, "isolate" | "clock">> {
  readonly env?: Partial<House["env"]>;
  readonly origin?: string;
}

/** Asks the Worker as index.ts does, in an isolate that starts with this request unless one is given. */
export async function visitIn(
  circumstances: Circumstances,
  path: string,
  init: RequestInit = {},
): Promise<Response> {
  const { origin = ORIGIN, env: changes, ...rest } = circumstances;
  const request = new Request(origin + path, { redirect: "manual", ...init });
  const bindings = { ...env, ...changes };
  if (isApi(request)) {
    const now = `${new Date().toISOString().slice(0, 19)}Z`;
    return answerApi(request, bindings, {
      match: matchApi,
      now,
      random,
      time: Date.now,
      edgeCache: false,
    });
  }
  const deferred: Promise<unknown>[] = [];
  const response = await answerRequest(request, {
    ...{ env: bindings, match, isolate: new Isolate(), clock: realClock },
    ...rest,
    defer: (work) => void deferred.push(work),
  });
  await Promise.all(deferred);
  return response;
}

const random = (count: number) => crypto.getRandomValues(new Uint8Array(count));

export const realClock: House["clock"] = {
  now: () => Date.now(),
  after: (milliseconds, call) => {
    const timer = setTimeout(call, milliseconds);
    return () => clearTimeout(timer);
  },
};
