import { createExecutionContext, createMessageBatch, getQueueResult } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { SITE_KEY } from "../../worker/cache/site-entry.ts";
import worker from "../../worker/index.ts";
import { runCron } from "../../worker/jobs/cron.ts";
import { cronPorts } from "../../worker/jobs/ports.ts";
import { draftComment } from "../support/blog.ts";
import { approve, consume, noMemory, owed, portsOf } from "../support/cache.ts";
import { sentByCron, startAnew, storedSite } from "../support/consumer.ts";
import { realClock } from "../support/house.ts";

const MINUTE = 60_000;

beforeEach(async () => {
  vi.spyOn(console, "error").mockImplementation(() => {});
  await startAnew();
});

describe("through the queue", () => {
  test("a message is acknowledged when its effect is in KV", async () => {
    await approve(draftComment("hallo", "Wort"));
    const messages = (await owed()).map((body, at) => ({ ...message(at), body }));
    const batch = createMessageBatch("randnotiz-refresh", messages);
    const context = createExecutionContext();
    await worker.queue(batch, env, context);
    const { explicitAcks, retryMessages } = await getQueueResult(batch, context);
    expect(explicitAcks).toHaveLength(messages.length);
    expect(retryMessages).toEqual([]);
    expect((await storedSite())?.seq).toBe(1);
  });

  test("one that nobody knows goes back, and the others have their effect", async () => {
    const bodies = [{ kind: "of another release" }, { kind: "check" }, null, "text"];
    const batch = createMessageBatch(
      "randnotiz-refresh",
      bodies.map((body, at) => ({ ...message(at), body })),
    );
    const context = createExecutionContext();
    await worker.queue(batch, env, context);
    const result = await getQueueResult(batch, context);
    expect(result.explicitAcks).toEqual(["1"]);
    expect(result.retryMessages.map(({ msgId }) => msgId)).toEqual(["0", "2", "3"]);
    expect(await storedSite()).not.toBeNull();
  });

  const message = (at: number) => ({ id: String(at), timestamp: new Date(), attempts: 1 });
});

describe("cron", () => {
  test("fills an empty KV after the first deploy, and then leaves it alone", async () => {
    expect(await sentByCron(0)).toEqual([{ kind: "check" }]);
    await consume([{ kind: "check" }]);
    expect(await sentByCron(0)).toEqual([]);
    expect(await sentByCron(5 * MINUTE)).toEqual([]);
  });

  test("sends a change again whose message was lost", async () => {
    await consume([{ kind: "check" }]);
    await approve(draftComment("hallo", "Wort"));
    const sent = await sentByCron(0);
    expect(sent).toEqual([{ kind: "check" }]);
    await consume(sent);
    expect(await sentByCron(0)).toEqual([]);
  });

  test("notices a KV that was emptied, a release, and 15 quiet minutes", async () => {
    await consume([{ kind: "check" }]);
    expect(await sentByCron(16 * MINUTE)).toEqual([{ kind: "check" }]);
    await env.CACHE.delete(SITE_KEY);
    expect(await sentByCron(0), "KV may be behind for a moment").toEqual([]);
    expect(await sentByCron(2 * MINUTE)).toEqual([{ kind: "check" }]);
    await consume([{ kind: "check" }], { memory: noMemory() });
    await env.DB.prepare("UPDATE caches SET put_build = 'older'").run();
    expect(await sentByCron(0)).toEqual([{ kind: "check" }]);
  });

  test("sends nothing while D1 does not answer, and loses nothing", async () => {
    await approve(draftComment("hallo", "Wort"));
    const failing = { ...cronPorts(env, realClock, portsOf()), findPulse: () => Promise.reject(1) };
    await expect(runCron(failing, new Date())).rejects.toBe(1);
    expect((await sentByCron(0)).length).toBe(1);
  });
});
