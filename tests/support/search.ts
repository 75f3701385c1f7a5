import { env } from "cloudflare:workers";
import { visit } from "./blog.ts";

let visitors = 0;

/** Asks the search, each time as somebody else, since a single visitor may not ask that much. */
export const ask = (question: string): Promise<Response> =>
  visit(`/search/?q=${encodeURIComponent(question)}`, {
    headers: { "CF-Connecting-IP": `192.0.2.${++visitors}` },
  });

/** The paths that a question finds, the best first. */
export async function found(question: string): Promise<string[]> {
  const response = await ask(question);
  if (response.status !== 200) throw new Error(`${question}: ${response.status}`);
  const html = await response.text();
  const [, list = ""] = /<ol class="found">(.*)<\/ol>/.exec(html) ?? [];
  return [...list.matchAll(/<h2><a href="([^"]*)"/g)].map(([, path]) => decodeURI(path ?? ""));
}

/** Throws unless the index holds every word of posts_text and no other. */
export const checkIndex = () =>
  env.DB.prepare(
    "INSERT INTO posts_search (posts_search, rank) VALUES ('integrity-check', 1)",
  ).run();
