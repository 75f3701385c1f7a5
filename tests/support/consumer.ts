import { env } from "cloudflare:workers";
import { SITE_KEY, type SiteEntry } from "../../worker/cache/site-entry.ts";
import { runCron } from "../../worker/jobs/cron.ts";
import type { RefreshMessage } from "../../worker/jobs/messages.ts";
import { cronPorts } from "../../worker/jobs/ports.ts";
import { draftPost, havePosts } from "./blog.ts";
import { portsOf } from "./cache.ts";
import { realClock } from "./house.ts";

/** A blog of one post, whose caches know nothing yet. */
export async function startAnew(): Promise<void> {
  await env.DB.batch(
    ["changes", "outbox", "caches", "kv_writes"].map((table) =>
      env.DB.prepare(`DELETE FROM ${table}`),
    ),
  );
  for (const { name } of (await env.CACHE.list()).keys) await env.CACHE.delete(name);
  await havePosts(draftPost("hallo"));
}

export const storedSite = () => env.CACHE.get<SiteEntry>(SITE_KEY, "json");

/** What cron sends at a moment, in milliseconds from now. */
export async function sentByCron(after: number): Promise<RefreshMessage[]> {
  const sent: RefreshMessage[] = [];
  const ports = cronPorts(env, realClock, portsOf());
  const send = async (messages: readonly RefreshMessage[]) => void sent.push(...messages);
  await runCron({ ...ports, send }, new Date(Date.now() + after));
  return sent;
}
