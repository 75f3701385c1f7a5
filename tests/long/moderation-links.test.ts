import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, test } from "vitest";
import { linkTo } from "../../worker/auth/links.ts";
import { signerOf } from "../../worker/auth/signing.ts";
import {
  draftComment,
  draftPost,
  haveComments,
  havePosts,
  pageText,
  visit,
} from "../support/blog.ts";
import { ORIGIN } from "../support/house.ts";
import { at, forgetMails } from "../support/mail.ts";

const { DB } = env;
const links = (minutes = 0) => linkTo(signerOf(DB, at(minutes)), "", at(minutes));

beforeEach(async () => {
  await forgetMails();
  await havePosts(draftPost("hallo", { title: "Hallo, Rand" }));
  const reasons = JSON.stringify([{ code: "newcomer" }, { code: "word", detail: "<b>Casino</b>" }]);
  const held = { publicId: "held", status: "pending", name: "Ben <i>" } as const;
  await haveComments(draftComment("hallo", "Ein <em>Wort</em>", held));
  await DB.prepare("UPDATE comments SET reasons = ?1").bind(reasons).run();
});

const send = (path: string, action: string, headers: Record<string, string> = {}) =>
  visit(path, {
    method: "POST",
    headers: { "Content-Type": "application/x-www-form-urlencoded", ...headers },
    body: new URLSearchParams({ action }).toString(),
  });

const statusOf = () =>
  DB.prepare("SELECT status FROM comments WHERE public_id = 'held'").first<string>("status");

describe("the page behind the link of a mail", () => {
  test("shows the comment as it is stored, and why it waits, in words", async () => {
    const text = await pageText(await links().moderate("held"));
    expect(text).toContain("Ein <em>Wort</em>");
    expect(text).toContain("Ben &lt;i>");
    expect(text).toContain("Whoever wrote this is not known here yet.");
    expect(text).toContain("A word of the list (&lt;b>Casino&lt;/b>).");
    for (const action of ["approve", "spam", "trash"]) expect(text).toContain(`value="${action}"`);
  });

  test("changes nothing by being looked at, is kept nowhere, and tells nobody its address", async () => {
    const path = await links().moderate("held");
    for (const method of ["GET", "HEAD", "GET"]) {
      const { headers, status } = await visit(path, { method });
      expect(status).toBe(200);
      expect(headers.get("Cache-Control")).toBe("private, no-store");
      expect(headers.get("Referrer-Policy")).toBe("no-referrer");
      expect(headers.get("X-Robots-Tag")).toBe("noindex");
    }
    expect(await statusOf()).toBe("pending");
  });

  test.each([
    ["approve", "approved"],
    ["spam", "spam"],
    ["trash", "trash"],
  ])("has a button: %s makes it %s", async (action, status) => {
    const path = await links().moderate("held");
    expect((await send(path, action)).status).toBe(200);
    expect(await statusOf()).toBe(status);
    expect((await send(path, action)).status).toBe(200);
    expect(await statusOf()).toBe(status);
    expect((await pageText("/2010/03/hallo/")).includes("Ein <em>Wort</em>")).toBe(
      status === "approved",
    );
  });

  test("works for thirty days, for its comment only, and from no other site", async () => {
    const old = await links(-31 * 24 * 60).moderate("held");
    await haveComments(draftComment("hallo", "Anderes", { publicId: "other", status: "pending" }));
    const other = (await links().moderate("other")).replace("/other/", "/held/");
    for (const path of [old, other, "/comments/held/moderate/", "/comments/held/moderate/?key=x"]) {
      expect((await visit(path)).status).toBe(404);
      expect((await send(path, "approve")).status).toBe(404);
    }
    const path = await links().moderate("held");
    expect((await send(path, "approve", { Origin: "https://evil.test" })).status).toBe(403);
    expect((await send(path, "explode")).status).toBe(404);
    expect(await statusOf()).toBe("pending");
  });
});

describe("the private feed of what waits", () => {
  test("has an entry with the same link for each comment, newest first, and is kept nowhere", async () => {
    await haveComments(
      draftComment("hallo", "Neuer", {
        ...{ publicId: "newer", status: "pending", createdAt: "2011-01-01T00:00:00Z" },
      }),
      draftComment("hallo", "Längst da", { publicId: "there" }),
      draftComment("hallo", "Reklame", { publicId: "spam", status: "spam" }),
    );
    const response = await visit(await links().queueFeed());
    expect(response.headers.get("Content-Type")).toContain("application/atom+xml");
    expect(response.headers.get("Cache-Control")).toBe("private, no-store");
    const xml = await response.text();
    expect(xml.match(/<entry[ >]/g)).toHaveLength(2);
    expect(xml.indexOf("Neuer")).toBeLessThan(xml.indexOf("Ein &lt;em"));
    expect(xml).not.toMatch(/Längst da|Reklame|@secret\.test/);
    const link =
      /https:\/\/blog\.test\/comments\/held\/moderate\/\?key=[\w.-]+/.exec(xml)?.[0] ?? "";
    expect((await visit(link.replace(ORIGIN, ""))).status).toBe(200);
  });

  test("opens with its own key alone", async () => {
    const key = new URL(await links().moderate("held"), ORIGIN).search;
    for (const query of ["", "?key=", "?key=x", key]) {
      const response = await visit(`/comments/queue/feed.xml${query}`);
      expect(response.status).toBe(404);
      expect(await response.text()).not.toContain("Wort");
    }
  });
});
