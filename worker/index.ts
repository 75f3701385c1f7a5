import { Isolate } from "./cache/isolate.ts";
import { insertDeadLetter } from "./db/write/health.ts";
import type { Env } from "./env.ts";
import { answerApi, isApi } from "./handlers/api/door.ts";
import { buildOf } from "./handlers/build.ts";
import { answerRequest } from "./handlers/door.tsx";
import { mediaOriginOf } from "./handlers/media-origin.ts";
import { fragmentOf } from "./handlers/render.tsx";
import { renderStored } from "./handlers/stored.ts";
import { runCron } from "./jobs/cron.ts";
import { edgeCacheOf } from "./jobs/edge-cache.ts";
import { eraseAgain } from "./jobs/erasures.ts";
import { countOnce } from "./jobs/figures.ts";
import { deliverMail } from "./jobs/mail/deliver.ts";
import { mailPorts } from "./jobs/mail/ports.ts";
import { cronPorts, refreshPorts } from "./jobs/ports.ts";
import { consume } from "./jobs/queue.ts";
import { match, matchApi } from "./match.ts";

/** What this isolate remembers: it may end at any time, and there are many. */
const isolate = new Isolate();
const memory = { site: null, pages: new Map() };

const clock = {
  now: () => Date.now(),
  after: (milliseconds: number, call: () => void) => {
    const timer = setTimeout(call, milliseconds);
    return () => clearTimeout(timer);
  },
};

const refreshing = (env: Env) =>
  refreshPorts(env, {
    ...{ memory, clock, fragment: fragmentOf, build: buildOf(env.ORIGIN, mediaOriginOf(env)) },
    render: renderStored(env, match, clock),
  });

export default {
  fetch: (request, env, context) => {
    const defer = (work: Promise<unknown>) => context.waitUntil(work);
    return isApi(request)
      ? answerApi(request, env, {
          ...{ match: matchApi, now: utcNow(), random, time: clock.now },
          edgeCache: edgeCacheOf(context).on,
        })
      : answerRequest(request, { env, match, isolate, clock, defer });
  },
  queue: (batch, env, context) =>
    consume(batch, {
      ...{ refresh: refreshing(env), edge: edgeCacheOf(context) },
      count: (figures) => countOnce(env.DB, figures),
      keep: (letter) => insertDeadLetter(env.DB, { ...letter, at: utcNow() }).run(),
      applyErasures: () => eraseAgain(env, utcNow()),
      deliver: (outboxId) => deliverMail(outboxId, mailPorts(env, clock)),
      sendJob: async (message, delaySeconds) => {
        await env.JOBS.send(message, { delaySeconds });
      },
    }),
  scheduled: ({ scheduledTime }, env) =>
    runCron(cronPorts(env, clock, refreshing(env)), new Date(scheduledTime)),
} satisfies ExportedHandler<Env>;

const random = (count: number) => crypto.getRandomValues(new Uint8Array(count));
const utcNow = (): string => `${new Date().toISOString().slice(0, 19)}Z`;
