import { env } from "cloudflare:workers";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { followClock } from "../../worker/db/write/discussion/close.ts";
import {
  draftComment,
  draftPost,
  haveComments,
  havePosts,
  pageText,
  visit,
} from "../support/blog.ts";
import { countRows, decide, leave, NOW, sendForm, sendJson, setRules } from "../support/talk.ts";

const POST = "/2010/03/hello/";

beforeAll(async () => {
  await havePosts(
    draftPost("hello"),
    draftPost("held", { commentsHeld: true }),
    draftPost("fresh", { publishedAt: NOW() }),
  );
  await haveComments(draftComment("hello", "Von früher", { email: "Known@Old.example" }));
});

beforeEach(() => setRules({ hold: "newcomers" }));

const later = (days: number): string =>
  `${new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 19)}Z`;

test("newcomers wait; who has an approved comment does not, by address or by token", async () => {
  const stranger = await leave({ text: "Zum ersten Mal hier" });
  expect(stranger.status).toBe("pending");
  const known = await leave({ text: "Von früher bekannt", email: "known@old.example" });
  expect(known).toMatchObject({ status: "approved", number: expect.any(Number) });
  const again = await leave({ text: "Noch wartet der erste", token: stranger.token });
  expect(again.status).toBe("pending");
  await decide("approve", stranger.id);
  const trusted = await leave({ text: "Nun ist er da", token: stranger.token });
  expect(trusted.status).toBe("approved");
  const name = await leave({ text: "Der Name allein zählt nicht", name: "Ben" });
  expect(name.status).toBe("pending");
});

test("all are held, or none; a post of its own may hold all that come", async () => {
  await setRules({ hold: "all" });
  expect((await leave({ text: "Alle warten", email: "known@old.example" })).status).toBe("pending");
  await setRules({ hold: "none" });
  expect((await leave({ text: "Niemand wartet" })).status).toBe("approved");
  const held = await leave({ text: "Hier schon", post: "/2010/03/held/" });
  expect(held.status).toBe("pending");
});

test("more links than allowed wait, as do words, hosts and names; refused ones are told", async () => {
  await setRules({
    ...{ hold: "none", links: 1, words: ["gurke"], hosts: ["halt.example"], names: ["Horst"] },
    ...{ refuseWords: ["verboten"], refuseHosts: ["nie.example"], refuseNames: ["Niemand"] },
  });
  const status = async (changes: Record<string, string>) => (await leave(changes)).status;
  expect(await status({ text: "Eins: https://eins.example/ gut" })).toBe("approved");
  expect(await status({ text: "https://eins.example/ und https://zwei.example/" })).toBe("pending");
  expect(await status({ text: "Eine Gurke im Salat" })).toBe("pending");
  expect(await status({ text: "Gurkensalat ist ein anderes Wort" })).toBe("approved");
  expect(await status({ text: "Siehe https://www.halt.example/x" })).toBe("pending");
  expect(await status({ text: "Guten Tag allerseits", name: "Horst" })).toBe("pending");
  for (const [changes, field] of [
    [{ text: "Das ist VERBOTEN hier" }, "text"],
    [{ text: "Siehe https://nie.example/" }, "text"],
    [{ text: "Guten Abend", name: "Niemand" }, "name"],
  ] as const) {
    const response = await sendJson("/comments", { post: POST, name: "Ada", ...changes });
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ field });
  }
});

test("on a bad night all wait, or none are taken until it is over", async () => {
  await setRules({ hold: "none", night: "held", nightUntil: later(1) });
  expect((await leave({ text: "In der Nacht" })).status).toBe("pending");
  await setRules({ hold: "none", night: "closed", nightUntil: later(1) });
  const form = await sendForm("/comments", { post: POST, name: "Ada", text: "Um drei Uhr" });
  expect(form.status).toBe(403);
  expect(await form.text()).toContain("Um drei Uhr");
  await setRules({ hold: "none", night: "closed", nightUntil: NOW() });
  expect((await leave({ text: "Am Morgen danach" })).status).toBe("approved");
});

test("the switch goes back by itself, and every page says so", async () => {
  await setRules({ hold: "none", night: "closed", nightUntil: later(1) });
  const changes = await countRows("changes");
  await followClock(env.DB, NOW());
  expect(await countRows("changes")).toBe(changes);
  await followClock(env.DB, later(2));
  expect(await countRows("changes")).toBe(changes + 1);
  const { value } = (await env.DB.prepare(
    "SELECT value FROM settings WHERE name = 'comments'",
  ).first<{ value: string }>()) as { value: string };
  expect(JSON.parse(value)).toMatchObject({ hold: "none", night: "open", nightUntil: null });
});

test("old discussions end, on the page and for who writes, and begin again when the rule allows it", async () => {
  await setRules({ hold: "none", closeAfterDays: 30 });
  const send = (post: string) => sendJson("/comments", { post, name: "Ada", text: "Spät dran" });
  expect((await send(POST)).status).toBe(403);
  expect((await send(`/${NOW().slice(0, 4)}/${NOW().slice(5, 7)}/fresh/`)).status).toBe(201);
  await followClock(env.DB, NOW());
  expect(await pageText(POST)).not.toContain('action="/comments"');
  expect((await visit(`/comments/new/?post=${POST}`)).status).toBe(403);
  const changes = await countRows("changes");
  await followClock(env.DB, NOW());
  expect(await countRows("changes")).toBe(changes);
  await setRules({ hold: "none" });
  await followClock(env.DB, NOW());
  expect(await pageText(POST)).toContain('action="/comments"');
});

test("a report holds a comment until an author has looked; after that it only notes the next", async () => {
  const comment = await leave({ text: "Strittige Worte" });
  await decide("approve", comment.id);
  const report = () => sendForm(`/comments/${comment.id}/report/`, { reason: "Beleidigt mich" });
  expect(await pageText(`/comments/${comment.id}/report/`)).toContain("Strittige Worte");
  expect(await pageText(POST)).toContain("Strittige Worte");
  expect((await report()).status).toBe(200);
  expect(await pageText(POST)).not.toContain("Strittige Worte");
  await decide("approve", comment.id);
  expect((await report()).status).toBe(200);
  expect(await pageText(POST)).toContain("Strittige Worte");
  const { reasons } = (await env.DB.prepare("SELECT reasons FROM comments WHERE public_id = ?1")
    .bind(comment.id)
    .first<{ reasons: string }>()) as { reasons: string };
  const reported = JSON.parse(reasons).filter(({ code }: { code: string }) => code === "reported");
  expect(reported).toHaveLength(2);
  expect(reported[0].detail).toBe("Beleidigt mich");
});

test("an author's own comment is not held by a report", async () => {
  const own = draftComment("hello", "Vom Autor selbst", { author: "anna", name: "Anna" });
  await haveComments(own);
  await sendForm(`/comments/${own.publicId}/report/`, { reason: "" });
  expect(await pageText(POST)).toContain("Vom Autor selbst");
});

test("a removed comment leaves an empty place that keeps its replies, and its number", async () => {
  const parent = await leave({ text: "Das geht" });
  await decide("approve", parent.id);
  const reply = await leave({ text: "Das bleibt", parent: parent.id });
  await decide("approve", reply.id);
  await decide("trash", parent.id);
  const page = await pageText(POST);
  expect(page).not.toContain("Das geht");
  expect(page).toContain("Das bleibt");
  const place = new RegExp(`<li id="comment-${parent.id}"[^>]*><p class="comment removed">`);
  expect(page).toMatch(place);
});

test("#7, @7 and @name lead to the comment that is meant", async () => {
  const meant = await leave({ text: "Der hier ist gemeint", name: "Wilma Stein" });
  await decide("approve", meant.id);
  const { number } = (await env.DB.prepare("SELECT number FROM comments WHERE public_id = ?1")
    .bind(meant.id)
    .first<{ number: number }>()) as { number: number };
  const text = `#${number} und @${number} und @Wilma Stein, aber nicht #99999 und @Niemand`;
  const speaking = await leave({ text });
  await decide("approve", speaking.id);
  const links = [...(await pageText(POST)).matchAll(/<a href="([^"]+)">[#@][^<]+<\/a>/g)];
  expect(links.map(([, href]) => href)).toEqual(
    Array.from({ length: 3 }, () => `${POST}#comment-${meant.id}`),
  );
});
