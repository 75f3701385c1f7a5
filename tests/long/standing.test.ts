import { env } from "cloudflare:workers";
import { beforeAll, expect, test } from "vitest";
import { draftPost, havePosts, pageText } from "../support/blog.ts";
import { decide, leave, setRules } from "../support/talk.ts";

beforeAll(async () => {
  await havePosts(draftPost("hello"));
  await setRules({ hold: "newcomers" });
});

/** Says of an approved comment that it had waited so many minutes. */
const waited = (id: string, minutes: number) =>
  env.DB.prepare(
    `UPDATE comments SET created_at = strftime('%Y-%m-%dT%H:%M:%SZ', approved_at, '-${minutes} minutes')
     WHERE public_id = ?1`,
  )
    .bind(id)
    .run();

test("who waits is told the place in the queue, and how long half of the last ones waited at most", async () => {
  const first = await leave({ text: "Noch weiß niemand, wie lange es dauert" });
  expect(first.message).toContain("first in the queue.");
  await decide("approve", first.id);
  await waited(first.id, 5);
  for (const [at, minutes] of [170, 4_000].entries()) {
    const { id } = await leave({ text: `Einer, der gewartet hat: ${at}` });
    await decide("approve", id);
    await waited(id, minutes);
  }
  await leave({ text: "Vor allen anderen" });
  await leave({ text: "Danach einer" });
  // Those two came earlier, to the second.
  await env.DB.prepare(
    "UPDATE comments SET created_at = '2026-01-01T00:00:00Z' WHERE status = 'pending'",
  ).run();
  const third = await leave({ text: "Als dritter" });
  const said = "third in the queue, usually approved within 3 hours";
  expect(third.message).toContain(said);
  expect(await pageText(`/comments/${third.id}/?token=${third.token}`)).toContain(said);
});

test("who is published at once is told when everybody sees it", async () => {
  await setRules({ hold: "none" });
  const { message } = await leave({ text: "Gleich zu sehen" });
  expect(message).toContain("Everybody sees it within two minutes");
});
