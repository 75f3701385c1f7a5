import { toCachedPage, toMetadata } from "../../../worker/cache/metadata.ts";
import { SITE_KEY } from "../../../worker/cache/site-entry.ts";
import { within } from "../../../worker/cache/waiting.ts";
import type { RefreshPorts } from "../../../worker/jobs/refresh-ports.ts";
import { type Database, ORIGIN, sidebarOf } from "./blog.ts";
import { render } from "./render.ts";
import type { World } from "./world.ts";

/** What the consumer stands on in this world. */
export function refreshPorts(world: World): RefreshPorts {
  const { d1, clock } = world;
  const record = (change: (database: Database) => Database) =>
    d1.trip().then(() => d1.write(change));
  return {
    ...{ memory: world.memory, build: world.build, origin: ORIGIN, now: clock.now },
    kv: consumerKv(world),
    source: {
      findState: (question) => d1.findState(question),
      listPublicPaths: async (ids) => {
        const { blog } = await d1.read("primary", 0);
        return ids.filter((id) => blog.posts[id]).map((id) => `/p/${id}/`);
      },
      takeWrite: () => d1.trip().then(() => 100),
      returnWrite: () => d1.trip(),
      updateGeneration: (generation) =>
        record((database) => ({
          ...database,
          record: { put_seq: -1, put_build: "", put_at: "", ...database.record, generation },
        })),
      recordPut: ({ seq, build, at }) =>
        record((database) => ({
          ...database,
          record: {
            generation: "",
            ...database.record,
            put_seq: seq,
            put_build: build,
            put_at: at,
          },
          outbox: database.outbox.filter((change) => change.seq > seq),
        })),
    },
    render: async (_origin, path) =>
      render(await d1.read("primary", 0), path, { build: world.build, now: clock.now() }),
    fragment: async (json) => ({
      html: sidebarOf(JSON.parse(json ?? "")),
      etag: "s",
      lang: "en",
    }),
    within: (milliseconds, work) => within(clock, milliseconds, work),
    restored: async () => {},
    newGeneration: () => `g${world.generations++}`,
    later: async (message) => world.queue.send(message),
  };
}

function consumerKv(world: World): RefreshPorts["kv"] {
  return {
    findSite: () => world.findSite(),
    findPage: async (key) => {
      const found = await world.kv.read(0, key);
      return toCachedPage((found?.value as ArrayBuffer) ?? null, found?.metadata);
    },
    findNewest: async () => world.newest,
    putSite: async (site) => {
      world.newest = { seq: site.seq, at: site.at };
      await world.kv.put(SITE_KEY, { value: JSON.stringify(site), metadata: null });
      world.note(`site entry ${site.seq}${site.partial ? " partial" : ""} put`);
    },
    putPage: (key, page) => {
      const late = world.random() < world.latePuts ? world.random() * 90_000 : 0;
      const value = page.body.slice().buffer;
      return world.kv.put(key, { value, metadata: toMetadata(page) }, late);
    },
  };
}
