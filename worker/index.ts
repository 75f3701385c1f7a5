import type { Env } from "./env.ts";
import { answerRequest } from "./handlers/door.tsx";
import { runCron } from "./jobs/cron.ts";
import { consume } from "./jobs/queue.ts";
import { match } from "./routes.ts";

export default {
  fetch: (request, env) => answerRequest(request, env, match),
  queue: (batch) => consume(batch),
  scheduled: ({ scheduledTime }, env) => runCron(env.DB, new Date(scheduledTime)),
} satisfies ExportedHandler<Env>;
