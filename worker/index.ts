import type { Env } from "./env.ts";
import { answerApi, isApi } from "./handlers/api/door.ts";
import { answerRequest } from "./handlers/door.tsx";
import { runCron } from "./jobs/cron.ts";
import { consume } from "./jobs/queue.ts";
import { match, matchApi } from "./routes.ts";

export default {
  fetch: (request, env) =>
    isApi(request)
      ? answerApi(request, env, { match: matchApi, now: utcNow() })
      : answerRequest(request, env, match),
  queue: (batch) => consume(batch),
  scheduled: ({ scheduledTime }, env) => runCron(env.DB, new Date(scheduledTime)),
} satisfies ExportedHandler<Env>;

const utcNow = (): string => `${new Date().toISOString().slice(0, 19)}Z`;
