import { env } from "cloudflare:workers";
import { changeComments, changePosts } from "../../worker/db/write/changes.ts";
import { insertComment } from "../../worker/db/write/comments.ts";
import type { CommentDraft, PostDraft } from "../../worker/db/write/drafts.ts";
import { rebuild } from "../../worker/db/write/rebuild.ts";
import { insertPost } from "../../worker/db/write/save.ts";
import type { Env } from "../../worker/env.ts";
import { buildOf } from "../../worker/handlers/build.ts";
import { mediaOriginOf } from "../../worker/handlers/media-origin.ts";
import { fragmentOf } from "../../worker/handlers/render.tsx";
import { renderStored } from "../../worker/handlers/stored.ts";
import type { RefreshMessage } from "../../worker/jobs/messages.ts";
import { refreshPorts } from "../../worker/jobs/ports.ts";
import { refresh } from "../../worker/jobs/refresh.ts";
import type { ConsumerMemory, RefreshPorts } from "../../worker/jobs/refresh-ports.ts";
import { match } from "../../worker/match.ts";
import { realClock } from "./house.ts";

/** The time of every change in tests that do not care. */
const NOW = () => `${new Date().toISOString().slice(0, 19)}Z`;

/** One more post, as publishing writes it. */
export async function publish(draft: PostDraft): Promise<void> {
  const { before, after } = changePosts(env.DB, [draft.guid], { now: NOW() });
  await env.DB.batch([...before, ...insertPost(env.DB, draft), ...rebuild(env.DB), ...after]);
}

/** One more approved comment, as approving writes it. */
export async function approve(draft: CommentDraft): Promise<void> {
  const { DB } = env;
  const change = changeComments(DB, draft.postGuid, { now: NOW() });
  await DB.batch([...insertComment(DB, draft), ...rebuild(DB), ...change]);
}

/** What the outbox owes to the queue. */
export async function owed(): Promise<RefreshMessage[]> {
  const { results } = await env.DB.prepare("SELECT body FROM outbox ORDER BY id").all<{
    body: string;
  }>();
  return results.map(({ body }) => JSON.parse(body));
}

export const noMemory = (): ConsumerMemory => ({ site: null, pages: new Map() });

/** Runs the consumer on these messages, in the Worker's own bindings unless one is replaced. */
export async function consume(
  messages: readonly RefreshMessage[],
  { memory = noMemory(), ...bindings }: Partial<Env> & { memory?: ConsumerMemory } = {},
): Promise<RefreshMessage[]> {
  const postponed: RefreshMessage[] = [];
  const later = async (message: RefreshMessage) => void postponed.push(message);
  await refresh(messages, { ...portsOf({ memory, ...bindings }), later });
  return postponed;
}

/** What the consumer stands on, as index.ts makes it. */
export function portsOf({
  memory = noMemory(),
  ...bindings
}: Partial<Env> & { memory?: ConsumerMemory } = {}): RefreshPorts {
  const house = { ...env, ...bindings };
  return refreshPorts(house, {
    ...{
      memory,
      clock: realClock,
      fragment: fragmentOf,
      build: buildOf(house.ORIGIN, mediaOriginOf(house)),
    },
    render: renderStored(house, match, realClock),
  });
}

/** KV, counting what is asked of it. */
export function counting(kv: KVNamespace): KVNamespace & { readonly asked: string[] } {
  const asked: string[] = [];
  return new Proxy(kv, {
    get(target, name) {
      if (name === "asked") return asked;
      const value = Reflect.get(target, name);
      if (typeof value !== "function") return value;
      return (...values: unknown[]) => {
        asked.push(`${String(name)} ${values[0]}`);
        return value.apply(target, values);
      };
    },
  }) as KVNamespace & { readonly asked: string[] };
}
