import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, test } from "vitest";
import { linkTo } from "../../worker/auth/links.ts";
import { signerOf } from "../../worker/auth/signing.ts";
import { oweOwnerMail } from "../../worker/db/write/outbox.ts";
import { routes } from "../../worker/routes.ts";
import { draftPost, havePosts, pageText, visit } from "../support/blog.ts";
import { ORIGIN } from "../support/house.ts";
import { cronAt, mailIs, PostOffice } from "../support/mail.ts";
import { dangersIn, dataIn } from "../support/markup.ts";
import { aText, decide, NOW, sendForm, sendJson, setRules } from "../support/talk.ts";
import { parseXml } from "../support/xml.ts";
import { XSS } from "../support/xss.ts";

interface Left {
  readonly id: string;
  readonly token: string;
}

const POST = "/2010/03/hello/";
/** A name and a website are shorter than some of the catalogue; what does not fit is refused, and shorter ones try. */
const short = (text: string, chars: number) => ([...text].length > chars ? "x" : text);
const left: Left[] = [];
const keyOf = (text: string) => encodeURIComponent(text.toWellFormed());

beforeAll(async () => {
  await havePosts(draftPost("hello"));
  await setRules({ hold: "all", mail: "everyone" });
  for (const [at, text] of XSS.entries()) {
    const name = `${short(text, 60)} ${at}`;
    const fields = { text: `${text} ${at}`, name, url: short(text, 400) };
    const parent = at % 7 === 3 ? (left.at(-1)?.id ?? "") : "";
    const response = await sendJson("/comments", {
      ...aText({ ...fields, parent }),
      submission: `${at}`.padStart(22, "t"),
    });
    // A parent waits, and what is nothing but invisible signs is refused; the rest is stored.
    if (response.status === 201)
      left.push({
        id: (await response.json<{ id: string }>()).id,
        token: `${at}`.padStart(22, "t"),
      });
  }
}, 120_000);

test("most of the catalogue is stored, and waits", () => {
  expect(left.length).toBeGreaterThan(XSS.length / 2);
});

/** Each route that takes something, and how the catalogue is sent through it; what comes back is read at once. */
const WRITES: Readonly<Record<string, (text: string, at: number) => Promise<Response>>> = {
  "/comments": (text) => sendForm("/comments", aText({ name: "", text, url: text, email: text })),
  "/comments/preview": (text) => sendJson("/comments/preview", { post: POST, text }),
  "/comments/mine/": (text) => sendJson("/comments/mine/", { tokens: [{ id: text, token: text }] }),
  "/comments/subscription/": (text) =>
    sendForm(`/comments/subscription/?key=${keyOf(text)}`, { action: text }),
  "/comments/person/": (text) => sendForm("/comments/person/", { email: `a@b.example${text}` }),
  "/comments/:comment/moderate/": (text, at) =>
    sendForm(`/comments/${left[at % left.length]?.id}/moderate/?key=${keyOf(text)}`, {
      action: text,
    }),
  "/comments/:comment/": (text, at) => {
    const { id, token } = left[at % left.length] as Left;
    return sendForm(`/comments/${id}/`, { token, action: "edit", text: `${text} neu ${at}` });
  },
  "/comments/:comment/report/": (text, at) =>
    sendForm(`/comments/${left[at % left.length]?.id}/report/`, {
      reason: `${text}${"x".repeat(500)}`,
    }),
};

test("every route that takes something is tried with the catalogue", () => {
  const taking = routes.filter((route) => "visitor" in route && route.POST);
  expect(taking.map(({ path }) => path).sort()).toEqual(Object.keys(WRITES).sort());
});

test.each(Object.keys(WRITES))("what %s answers to it is harmless", async (path) => {
  const found: string[] = [];
  for (const [at, text] of XSS.entries()) {
    const response = await (WRITES[path] as (text: string, at: number) => Promise<Response>)(
      text,
      at,
    );
    const type = response.headers.get("Content-Type") ?? "";
    const body = await response.text();
    expect(response.status).toBeLessThan(500);
    expect(response.headers.get("X-Content-Type-Options")).toBe("nosniff");
    if (/^application\/(problem\+)?json/.test(type)) JSON.parse(body);
    else if (response.status !== 303) found.push(...dangersIn(body));
  }
  expect(found).toEqual([]);
});

describe("what was stored", () => {
  test("is harmless on one's own page", async () => {
    for (const { id, token } of left.slice(0, 60)) {
      const page = await visit(`/comments/${id}/?token=${token}`);
      expect(page.status).toBe(200);
      expect(dangersIn(await page.text())).toEqual([]);
    }
  });

  test("is harmless where the author decides, and in the feed of what waits", async () => {
    const link = linkTo(signerOf(env.DB, NOW()), ORIGIN, NOW());
    for (const { id } of left.slice(0, 60)) {
      const page = await visit((await link.moderate(id)).slice(ORIGIN.length));
      expect(page.status).toBe(200);
      expect(dangersIn(await page.text())).toEqual([]);
    }
    const feed = await visit((await link.queueFeed()).slice(ORIGIN.length));
    expect(feed.status).toBe(200);
    parseXml(await feed.text());
  });

  test("is harmless in the page when it is approved, in its data and in every feed", async () => {
    const ids = left.map(({ id }) => id);
    await decide("approve", ...ids);
    const page = await pageText(POST);
    expect(dangersIn(page)).toEqual([]);
    const [post] = dataIn(page) as [{ comment: { author: { name: string } }[] }];
    expect(post.comment.length).toBeGreaterThan(XSS.length / 2);
    expect(post.comment.some(({ author }) => author.name.includes("<script>"))).toBe(true);
    const bases = [POST, "/comments/", ...ids.slice(0, 10).map((id) => `/comments/${id}/`)];
    for (const base of bases) {
      for (const file of ["feed.xml", "atom.xml"]) parseXml(await pageText(base + file));
      const { items } = JSON.parse(await pageText(`${base}feed.json`)) as {
        items: { content_html: string }[];
      };
      for (const { content_html } of items) expect(dangersIn(content_html)).toEqual([]);
    }
  });

  test("makes no mail with a foreign address in it", async () => {
    await mailIs("owner");
    await decide("hold", ...left.map(({ id }) => id));
    await env.DB.batch(oweOwnerMail(env.DB, { now: NOW() }));
    const office = new PostOffice();
    // Ten years later: what is owed is owed from now on.
    await cronAt(10 * 365 * 24 * 60, office);
    expect(office.letters.length).toBeGreaterThan(0);
    for (const letter of office.letters) {
      const addresses = letter.text.match(/https?:\/\/[^\s]+/g) ?? [];
      expect(addresses.filter((address) => !address.startsWith(ORIGIN))).toEqual([]);
      expect(letter.subject).not.toMatch(/[\r\n]/);
    }
  });
});
