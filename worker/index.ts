import type { Env } from "./env.ts";
import { answerRequest } from "./handlers/door.tsx";
import { match } from "./routes.ts";

export default {
  fetch: (request, env) => answerRequest(request, env, match),
} satisfies ExportedHandler<Env>;
