import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { shortTag } from "../../worker/cache/tags.ts";
import type { JobMessage } from "../../worker/jobs/messages.ts";
import { consume as consumeBatch } from "../../worker/jobs/queue.ts";
import { draftComment } from "../support/blog.ts";
import { approve, consume, owed, portsOf } from "../support/cache.ts";
import { startAnew } from "../support/consumer.ts";
import { ORIGIN, visitIn } from "../support/house.ts";

const POST = "/2010/03/hallo/";

beforeEach(async () => {
  vi.spyOn(console, "error").mockImplementation(() => {});
  await startAnew();
});

test("a page from a replica that is behind the site entry is asked of the primary", async () => {
  await consume([{ kind: "check" }]);
  await approve(draftComment("hallo", "Neu"));
  await consume(await owed());
  await env.CACHE.delete(ORIGIN + POST);
  const asked: string[] = [];
  const DB = new Proxy(env.DB, {
    get(target, name) {
      if (name !== "withSession") return Reflect.get(target, name);
      return (from: string) => {
        asked.push(from);
        return from === "first-primary" ? target : behind(target);
      };
    },
  });
  const response = await visitIn({ env: { DB } }, POST);
  expect(asked).toEqual(["first-unconstrained", "first-primary"]);
  expect(response.headers.get("Server-Timing")).toContain("trips=2");
});

/** A replica that has not seen any change yet. */
const behind = (db: D1Database): D1Database =>
  ({
    prepare: (sql: string) => db.prepare(sql.replace("max(seq)", "min(0)")),
    batch: (statements: D1PreparedStatement[]) => db.batch(statements),
  }) as unknown as D1Database;

describe("the edge cache", () => {
  const edge = (on: boolean) => {
    const purged: (readonly string[])[] = [];
    return { on, purge: async (tags: readonly string[]) => void purged.push(tags), purged };
  };

  test.each([true, false])(
    "switched on: %s, is purged by the tags 80 seconds later",
    async (on) => {
      await approve(draftComment("hallo", "Wort"));
      const sent: [JobMessage, number][] = [];
      const sendJob = async (job: JobMessage, delay: number) => void sent.push([job, delay]);
      const cache = edge(on);
      const deliver = async () => {};
      const ports = {
        refresh: portsOf(),
        edge: cache,
        sendJob,
        deliver,
        applyErasures: deliver,
        keep: deliver,
        count: deliver,
      };
      await consumeBatch(batchOf(await owed()), ports);
      expect(cache.purged).toEqual([]);
      if (!on) return expect(sent).toEqual([]);
      const [[job, delay] = [null, 0]] = sent;
      expect(delay).toBe(80);
      const purged = job?.kind === "purge" ? job.tags : [];
      expect(purged).toContain(shortTag("comments"));
      await consumeBatch(batchOf([job]), ports);
      expect(cache.purged).toEqual([purged]);
      const tags = (await visitIn({}, POST)).headers.get("Cache-Tag")?.split(",") ?? [];
      expect(tags.some((tag) => purged.includes(tag))).toBe(true);
    },
  );

  const batchOf = (bodies: readonly unknown[]) =>
    ({
      messages: bodies.map((body) => ({ body, ack: () => {}, retry: () => {} })),
    }) as unknown as MessageBatch;
});
