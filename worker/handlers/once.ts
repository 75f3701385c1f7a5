import type { Env } from "../env.ts";
import type { OnceRoute } from "./answers.tsx";
import { refuseTooMany } from "./limits.ts";

/** An answer to one visitor's question: rationed before anything is asked, and kept by nobody. */
export async function answerOnce(
  { limit }: OnceRoute,
  request: Request,
  env: Env,
  answer: () => Promise<Response>,
): Promise<Response> {
  await refuseTooMany(limit, request, env);
  const response = await answer();
  response.headers.set("Cache-Control", "private, no-store");
  return response;
}
