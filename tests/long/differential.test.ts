import { beforeAll, expect, test } from "vitest";
import { Isolate } from "../../worker/cache/isolate.ts";
import { draftComment, draftPost, haveComments, havePosts, term } from "../support/blog.ts";
import { consume } from "../support/cache.ts";
import { ORIGIN, visitIn } from "../support/house.ts";

const POST = "/2010/03/hallo/";
const ADDRESSES = [
  ...["/", "/page/2/", POST, "/tags/", "/tags/tag/", "/categories/kategorie/", "/authors/anna/"],
  ...["/archive/", "/2010/", "/2010/03/", "/subscribe/", "/feed.xml", "/atom.xml", "/feed.json"],
  ...["/tags/tag/feed.xml", "/comments/feed.xml", `${POST}feed.xml`, "/sitemap.xml", "/robots.txt"],
  ...["/none/", `${POST.slice(0, -1)}`, "/tags/none/"],
];

/** Sixty headers by which caches were poisoned, or pages made to differ. */
const HEADERS: Readonly<Record<string, string>> = {
  ...each("evil.test", [
    ...[
      "X-Forwarded-Host",
      "X-Host",
      "X-Forwarded-Server",
      "X-Original-Host",
      "X-HTTP-Host-Override",
    ],
    ...["Forwarded-Host", "X-Forwarded-By", "X-Backend-Host", "Proxy-Host", "X-Real-Host"],
  ]),
  ...each("http", ["X-Forwarded-Proto", "X-Forwarded-Scheme", "X-Scheme", "X-URL-Scheme"]),
  ...each("8443", ["X-Forwarded-Port", "X-Port"]),
  ...each("/admin/", [
    ...[
      "X-Original-URL",
      "X-Rewrite-URL",
      "X-Forwarded-Prefix",
      "X-Forwarded-Path",
      "X-Original-URI",
    ],
    ...["X-Middleware-Rewrite", "X-Invoke-Path", "X-Matched-Path", "X-Now-Route-Matches"],
  ]),
  ...each("127.0.0.1", [
    ...["X-Forwarded-For", "X-Real-IP", "True-Client-IP", "CF-Connecting-IP", "X-Client-IP"],
    ...["X-Cluster-Client-IP", "Client-IP", "X-Originating-IP"],
  ]),
  ...each("POST", ["X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override"]),
  ...each("1", [
    ...["X-Middleware-Prefetch", "X-Nextjs-Data", "RSC", "Next-Router-Prefetch", "X-Preview"],
    ...["X-Requested-With", "X-Bypass-Cache", "X-Debug", "Save-Data", "DNT", "Sec-GPC"],
    ...["Upgrade-Insecure-Requests", "X-ATT-DeviceId", "X-UIDH"],
  ]),
  Forwarded: "for=1.1.1.1;host=evil.test;proto=http",
  Vary: "X-Anything",
  Purpose: "prefetch",
  "Sec-Purpose": "prefetch;prerender",
  Accept: "application/json",
  "Accept-Language": "fr;q=1, ar;q=0.9",
  "Accept-Encoding": "identity",
  Cookie: "session=1; __Host-session=2; wordpress_logged_in=3",
  Authorization: "Bearer secret",
  "User-Agent": "Googlebot/2.1 <script>alert(1)</script>",
  Referer: "https://evil.test/<script>",
  Origin: "https://evil.test",
  "Content-Type": "application/x-www-form-urlencoded; charset=utf-7",
  "Cache-Control": "no-cache, no-store",
  Pragma: "no-cache",
  Range: "bytes=0-10",
  "If-Range": '"x"',
  "If-Match": '"nothing"',
  "CF-IPCountry": "KP",
  "CDN-Loop": "cloudflare",
};

function each(value: string, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, value]));
}

/** Forty names that some system once took from a query. */
const QUERY = [
  ...[
    "a",
    "q",
    "s",
    "p",
    "page",
    "paged",
    "page_id",
    "cat",
    "tag",
    "author",
    "m",
    "feed",
    "format",
  ],
  ...[
    "callback",
    "_jsonp",
    "static",
    "order",
    "orderby",
    "status",
    "preview",
    "preview_id",
    "draft",
  ],
  ...[
    "lang",
    "hl",
    "theme",
    "amp",
    "print",
    "replytocom",
    "unapproved",
    "moderation-hash",
    "token",
  ],
  ...["utm_source", "utm_medium", "fbclid", "gclid", "__nextLocale", "_data", "_rsc", "debug", "v"],
];

beforeAll(async () => {
  const common = { tags: [term("Tag")], categories: [term("Kategorie")] };
  const more = Array.from({ length: 12 }, (_, n) => draftPost(`p${n}`, { path: `/p${n}/` }));
  await havePosts(draftPost("hallo", common), ...more);
  await haveComments(draftComment("hallo", "Wort"));
  await consume([{ kind: "check" }]);
  for (const path of ADDRESSES.slice(0, 8))
    await consume([{ kind: "admit", origin: ORIGIN, path }]);
});

/** Everything that a cache would keep of an answer. */
async function whole(response: Response): Promise<unknown> {
  const headers = [...response.headers].filter(([name]) => name !== "server-timing");
  return [response.status, headers, await response.text()];
}

test("there are sixty headers and forty names", () => {
  expect(Object.keys(HEADERS).length).toBeGreaterThanOrEqual(60);
  expect(new Set(QUERY).size).toBeGreaterThanOrEqual(40);
});

test.each(ADDRESSES)("%s is the same whatever a request says beside its address", async (path) => {
  for (const isolate of [new Isolate(), undefined]) {
    const ask = async (query = "", headers: Record<string, string> = {}) =>
      whole(await visitIn(isolate ? { isolate } : {}, path + query, { headers }));
    const plain = await ask();
    const query = QUERY.map((name) => `${name}=1`).join("&");
    for (const odd of [
      ask(`?${query}`, HEADERS),
      ask("", HEADERS),
      ask("?page=2;callback=x&page=3"),
      ...Object.entries(HEADERS).map(([name, value]) => ask("", { [name]: value })),
      ...QUERY.map((name) => ask(`?${name}=2`)),
    ])
      expect(await odd).toEqual(plain);
    expect(await ask()).toEqual(plain);
  }
});

test("a HEAD or a range that comes first changes nothing for who comes next", async () => {
  const isolate = new Isolate();
  const head = await visitIn({ isolate }, POST, { method: "HEAD" });
  expect(await head.text()).toBe("");
  await visitIn({ isolate }, POST, { headers: { Range: "bytes=0-4" } });
  const response = await visitIn({ isolate }, POST);
  expect(response.status).toBe(200);
  expect([...response.headers.keys()].sort()).toEqual([...head.headers.keys()].sort());
  expect(await response.text()).toContain("</html>");
});
