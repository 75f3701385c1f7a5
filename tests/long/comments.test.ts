import { beforeAll, expect, test } from "vitest";
import { draftPost, havePosts, pageText, visit } from "../support/blog.ts";
import { ORIGIN } from "../support/house.ts";
import {
  aSubmission,
  aText,
  countRows,
  decide,
  leave,
  sendForm,
  sendJson,
} from "../support/talk.ts";

beforeAll(async () => {
  await havePosts(
    draftPost("hello", { text: "<p>Erster Absatz.</p><p>Zweiter Absatz über Züge.</p>" }),
    draftPost("closed", { commentsOpen: false }),
    draftPost("draft", { status: "draft" }),
    draftPost("private", { status: "private" }),
  );
});

test("a form is answered with a redirect to the comment's own page, which shows it", async () => {
  const response = await sendForm("/comments", aText({ text: "Mit **Nachdruck**" }));
  expect(response.status).toBe(303);
  const address = response.headers.get("Location") ?? "";
  expect(address).toMatch(/^https:\/\/blog\.test\/comments\/c[\w-]{12}\/\?token=[\w-]{22}$/);
  const own = await visit(address.slice(ORIGIN.length));
  expect(own.status).toBe(200);
  expect(own.headers.get("Cache-Control")).toBe("private, no-store");
  expect(own.headers.get("Referrer-Policy")).toBe("no-referrer");
  expect(own.headers.get("X-Robots-Tag")).toBe("noindex");
  const text = await own.text();
  expect(text).toContain("<strong>Nachdruck</strong>");
  expect(text).toContain("in the queue");
});

test("a script is answered with the comment, and everybody sees it when it is approved", async () => {
  const comment = await leave({ text: "Gleich auf der Seite" });
  expect(comment).toMatchObject({ status: "pending", number: null, name: "Carla" });
  expect(comment.nodes).toEqual([["p", {}, ["Gleich auf der Seite"]]]);
  expect(await pageText("/2010/03/hello/")).not.toContain("Gleich auf der Seite");
  await decide("approve", comment.id);
  expect(await pageText("/2010/03/hello/")).toContain("Gleich auf der Seite");
});

test("the same submission again is the same comment and the same answer", async () => {
  const sent = aText({ submission: aSubmission(), text: "Zweimal geschickt" });
  const first = await sendJson("/comments", sent);
  const before = await countRows("comments");
  const second = await sendJson("/comments", sent);
  expect([first.status, second.status]).toEqual([201, 201]);
  expect(await second.json()).toEqual(await first.json());
  expect(await countRows("comments")).toBe(before);
});

test("a form that is sent again leads to the post, and to nobody's token", async () => {
  const fields = aText({ text: "Zweimal abgeschickt" });
  await sendForm("/comments", fields);
  const before = await countRows("comments");
  const again = await sendForm("/comments", fields);
  expect(again.status).toBe(303);
  expect(again.headers.get("Location")).toBe(`${ORIGIN}/2010/03/hello/`);
  expect(await countRows("comments")).toBe(before);
});

test("what is wrong comes back with the field and every character that was typed", async () => {
  const text = `Ein langer Text "mit" <Zeichen> & Ümläuten\n${"x".repeat(10_001)}`;
  const response = await sendForm("/comments", aText({ text, email: "a@b.example" }));
  expect(response.status).toBe(422);
  const page = await response.text();
  expect(page).toContain('aria-invalid="true"');
  expect(page).toContain("x".repeat(10_001));
  expect(page).toContain("&lt;Zeichen>");
  expect(page).toContain('value="a@b.example"');
  const json = await sendJson("/comments", aText({ name: "" }));
  expect(json.status).toBe(422);
  expect(await json.json()).toMatchObject({ status: 422, field: "name" });
});

test("a post that is closed, or that nobody may read, takes no comment", async () => {
  const closed = await sendJson("/comments", aText({ post: "/2010/03/closed/" }));
  expect(closed.status).toBe(403);
  const statuses = [];
  for (const slug of ["draft", "private", "never-was"]) {
    const response = await sendJson("/comments", aText({ post: `/2010/03/${slug}/` }));
    statuses.push([response.status, await response.text()]);
  }
  expect(statuses.every(([status]) => status === 404)).toBe(true);
  expect(new Set(statuses.map(([, text]) => text)).size).toBe(1);
});

test("an author's name is not for visitors, whatever letters it is written with", async () => {
  for (const name of ["Anna", "anna", "Аnnа", "A n n a"]) {
    const response = await sendJson("/comments", aText({ name }));
    expect([name, response.status]).toEqual([name, 422]);
  }
});

test("a comment is edited and withdrawn by its token, and by no other", async () => {
  const comment = await leave({ text: "Erste Fassung" });
  const other = await leave({ text: "Von jemand anderem" });
  const path = `/comments/${comment.id}/`;
  const stolen = { token: other.token, action: "edit", text: "Gekapert" };
  expect((await sendJson(path, stolen)).status).toBe(404);
  const edited = await sendJson(path, {
    token: comment.token,
    action: "edit",
    text: "Andere Worte",
  });
  expect(await edited.json()).toMatchObject({
    nodes: [["p", {}, ["Andere Worte"]]],
    status: "pending",
  });
  await decide("approve", comment.id);
  const withdrawn = await sendForm(path, { token: comment.token, action: "withdraw" });
  expect(withdrawn.status).toBe(200);
  expect(await pageText("/2010/03/hello/")).not.toContain("Andere Worte");
  expect((await sendJson(path, { ...stolen, token: comment.token })).status).toBe(403);
});

test("an edit that adds a link is held again, any other edit of an approved comment is not", async () => {
  const comment = await leave({ text: "Gut gesagt" });
  await decide("approve", comment.id);
  const edit = (text: string) =>
    sendJson(`/comments/${comment.id}/`, { token: comment.token, action: "edit", text });
  expect(await (await edit("Sehr gut gesagt")).json()).toMatchObject({ status: "approved" });
  const linked = await edit("Sehr gut gesagt: https://anderswo.example/");
  expect(await linked.json()).toMatchObject({ status: "pending" });
  expect(await pageText("/2010/03/hello/")).not.toContain("gut gesagt");
});

test("a reply ends the time for changes", async () => {
  const parent = await leave({ text: "Darauf wird geantwortet" });
  await decide("approve", parent.id);
  const reply = await leave({ text: "Die Antwort", parent: parent.id });
  await decide("approve", reply.id);
  const path = `/comments/${parent.id}/`;
  const edit = { token: parent.token, action: "edit", text: "Nachträglich" };
  expect((await sendJson(path, edit)).status).toBe(403);
});

test("a parent of another post, or one that nobody sees, is no parent", async () => {
  const pending = await leave({ text: "Noch nicht zu sehen" });
  for (const parent of [pending.id, "nobody", "c-1"]) {
    const response = await sendJson("/comments", aText({ parent }));
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ field: "parent" });
  }
});

test("numbers are given on approval, in order, and never again", async () => {
  const one = await leave({ text: "Nummer eins" });
  const two = await leave({ text: "Nummer zwei" });
  await Promise.all([decide("approve", one.id), decide("approve", two.id)]);
  await decide("trash", two.id);
  const three = await leave({ text: "Nummer drei" });
  await decide("approve", three.id);
  await decide("approve", two.id);
  const page = await pageText("/2010/03/hello/");
  const numbers = [...page.matchAll(/class="number[^>]*>#(\d+)</g)].map(([, number]) => number);
  expect(new Set(numbers).size).toBe(numbers.length);
  expect(page).toContain("Nummer zwei");
});

test("a margin note finds its paragraph and is linked after it", async () => {
  const note = await leave({
    ...{ text: "Welche Züge?", quote: "über Züge", prefix: "Absatz ", suffix: "." },
  });
  await decide("approve", note.id);
  const page = await pageText("/2010/03/hello/");
  expect(page).toMatch(new RegExp(`über Züge\\.</p><p class="notes"[^>]*><a id="note-${note.id}"`));
  expect(page.match(new RegExp(`id="comment-${note.id}"`, "g"))).toHaveLength(1);
});

test("a foreign site cannot make a browser comment", async () => {
  const headers = { Origin: "https://evil.example" };
  expect((await sendForm("/comments", aText(), { headers })).status).toBe(403);
  const fetched = { "Sec-Fetch-Site": "cross-site" };
  expect((await sendJson("/comments", aText(), { headers: fetched })).status).toBe(403);
});
