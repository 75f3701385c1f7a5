import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { routes } from "../../worker/routes.ts";
import { draftPost, havePosts } from "../support/blog.ts";
import { ORIGIN, visitIn } from "../support/house.ts";
import { aNetwork, decide, leave } from "../support/talk.ts";

let id = "";
let token = "";

beforeAll(async () => {
  await havePosts(draftPost("hello"));
  ({ id, token } = await leave({ text: "Ziel" }));
  await decide("approve", id);
});

const ROUTES = routes.flatMap((route) => ("visitor" in route ? [route] : []));
const pathOf = (path: string) => path.replace(":comment", id);

const NAMES = ["post", "text", "name", "email", "url", "parent", "quote", "token", "tokens"]
  .concat(["action", "reason", "submission", "seconds", "subject", "notify", "key"])
  .concat(["__proto__", "constructor", "toString", "hasOwnProperty"]);

/** Values that are not what they seem. */
const VALUES: readonly unknown[] = [
  ...[null, true, 0, -1, 1e308, 123456789012345680000, [], {}, "", " ", "\0", "\ud800", "\u202e"],
  ...[{ toString: 1, valueOf: 1 }, { toString: null }, [[[]]], [null], ["a", { token: {} }]],
  ...["'; DROP TABLE comments; --", "/".repeat(3_000), "%00", "../..", "/\\evil.test", "9e99"],
  ...["NaN", { __proto__: { a: 1 }, length: 3 }, "x".repeat(20_001), "é".repeat(15_000)],
];

/** As deep as a body can be. */
const DEEP = `{"post":${"[".repeat(30_000)}${"]".repeat(30_000)}}`;

const JSON_BODIES = [
  ...VALUES.map((value) => JSON.stringify(Object.fromEntries(NAMES.map((name) => [name, value])))),
  ...VALUES.map((value) => JSON.stringify({ post: value, text: "Wort", name: "Wer", token })),
  ...[DEEP, "", "null", "[]", "1", '"text"', "{", '{"post":"a","post":{}}', "\uFEFF{}", "{}x"],
];

const FORM_BODIES = [
  ...["", "&", "=", "&&==&", "post", "post=a&post=b&post[]=c", "text=%", "text=%ff%fe", "%00=%00"],
  ...[`text=${"%F0%9F%98%80".repeat(5_000)}`, `${"a=b&".repeat(10_000)}`, "__proto__=x&a[b]=c"],
  ...NAMES.map((name) => `${name}=${"x".repeat(3_000)}`),
];

const BYTES: readonly Uint8Array<ArrayBuffer>[] = [
  new Uint8Array([0xff, 0xfe, 0x00]),
  new Uint8Array([0xc3, 0x28, 0x3d, 0x61]),
  new Uint8Array(70_000).fill(97),
];

const TYPES = [
  "text/plain",
  "application/xml",
  "multipart/form-data",
  "Application/JSON ; charset=x",
]
  .concat(["application/x-www-form-urlencoded;charset=utf-7", "multipart/form-data; boundary="])
  .concat(["multipart/form-data; boundary=x", "application/json-patch+json", "; ;", "image/png"]);

const TABLES = [
  "comments",
  "posts",
  "changes",
  "outbox",
  "subscriptions",
  "persons",
  "mailed",
].concat(["visitor_writes", "erasures", "signing_keys", "link_hosts", "settings"]);

async function everything(): Promise<string> {
  const asked = TABLES.map((table) => env.DB.prepare(`SELECT * FROM ${table}`));
  return JSON.stringify((await env.DB.batch(asked)).map(({ results }) => results));
}

async function send(path: string, method: string, type: string, body?: BodyInit): Promise<void> {
  const headers = { Origin: ORIGIN, "Content-Type": type, "CF-Connecting-IP": aNetwork() };
  const about = `${method} ${path} ${type} ${String(body).slice(0, 120)}`;
  const open = { limit: async () => ({ success: true }) };
  const limits = { COMMENT_LIMIT: open, DESK_LIMIT: open, POST_LIMIT: open, BLOG_LIMIT: open };
  const response = await visitIn({ env: limits }, path, {
    ...{ method, headers },
    ...(body !== undefined && { body }),
  });
  await response.arrayBuffer();
  expect(response.status, about).toBeLessThan(500);
  expect(response.headers.get("Cache-Control"), about).toBe("private, no-store");
  expect(response.headers.get("Access-Control-Allow-Origin"), about).toBeNull();
}

const JSON_TYPE = "application/json";
const FORM_TYPE = "application/x-www-form-urlencoded";

describe.each(ROUTES.map((route) => [route.path, route] as const))("%s", (path, route) => {
  test("takes anything without breaking, and keeps no answer", async () => {
    vi.spyOn(console, "error").mockImplementation(() => {});
    for (const body of JSON_BODIES) await send(pathOf(path), "POST", JSON_TYPE, body);
    for (const body of FORM_BODIES) await send(pathOf(path), "POST", FORM_TYPE, body);
    for (const type of TYPES) await send(pathOf(path), "POST", type, "post=a");
    for (const body of BYTES)
      for (const type of [JSON_TYPE, FORM_TYPE, "multipart/form-data; boundary=x"])
        await send(pathOf(path), "POST", type, body);
    vi.restoreAllMocks();
  });

  test("writes nothing where it is only looked at, whatever its query says", async () => {
    const before = await everything();
    for (const query of ["", ...route.query.flatMap(queries)])
      for (const method of route.GET ? ["GET", "HEAD"] : [])
        await send(pathOf(path) + query, method, "");
    expect(await everything()).toBe(before);
  });

  test("knows its methods and no other", async () => {
    for (const method of [
      "PUT",
      "DELETE",
      "PATCH",
      "OPTIONS",
      ...(route.GET ? [] : ["GET", "HEAD"]),
    ]) {
      const response = await visitIn({}, pathOf(path), { method });
      expect([method, response.status]).toEqual([method, 405]);
      const allowed = [...(route.GET ? ["GET", "HEAD"] : []), ...(route.POST ? ["POST"] : [])];
      expect(response.headers.get("Allow")).toBe(allowed.join(", "));
    }
  });
});

const queries = (name: string): string[] =>
  [
    "",
    "x",
    token,
    "%00",
    "%ff",
    "%F0%9F%98%80",
    "x".repeat(3_000),
    "a.b",
    "'--",
    "/",
    "9e99",
  ].flatMap((value) => [`?${name}=${value}`, `?${name}=${value}&${name}=y&${name}[]=z`]);

test("nothing of all that has changed what every object has", () => {
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect(({} as Record<string, unknown>)["a"]).toBeUndefined();
});
