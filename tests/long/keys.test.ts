import { expect, test } from "vitest";
import { Isolate } from "../../worker/cache/isolate.ts";
import { pageKey } from "../../worker/cache/key.ts";
import { match } from "../../worker/match.ts";
import { draftPost, havePosts, term } from "../support/blog.ts";
import { visitIn } from "../support/house.ts";

/** The key of an address; null where it has none, or leads elsewhere. */
async function keyOf(address: string): Promise<string | null> {
  const found = await match(new URL(address, "https://blog.test"));
  return found && "path" in found ? pageKey("https://blog.test", found.path) : null;
}

test.each([
  ["/b\u00fccher/", "/b%C3%BCcher/"],
  ["/b\u00fccher/", "/b%c3%bccher/"],
  ["/x/?a=1&b=2", "/x/?b=2&a=1"],
  ["/x/?a=1%26b=2", "/x/"],
  ["/x/#part", "/x/"],
])("%s and %s are one request, and have one key", async (one, other) => {
  expect(await keyOf(one)).not.toBeNull();
  expect(await keyOf(one)).toBe(await keyOf(other));
});

test.each([
  ["/a/b/", "/a/b"],
  ["/A/", "/a/"],
  ["/feed.xml", "/feed.json"],
  ["/tags/x/", "/categories/x/"],
  ["/a%3Fb/", "/a/"],
  ["/a%23b/", "/a/"],
  ["/page/2/", "/page/3/"],
])("%s and %s are two, and share none", async (one, other) => {
  expect(await keyOf(one)).not.toBe(await keyOf(other));
});

test.each([
  "/a%2fb/",
  "/a%00/",
  "/%ff/",

  "/x//y/",
  "/..%2fadmin/",
  "/bu%CC%88cher/",
  `/${"x".repeat(600)}/`,
])("%s has no key of its own", async (address) => {
  expect(await keyOf(address)).toBeNull();
});

test("readers who come at once in one isolate get what each would get alone", async () => {
  const posts = Array.from({ length: 20 }, (_, n) =>
    draftPost(`p${n}`, { path: `/p${n}/`, tags: [term(`t${n % 3}`)] }),
  );
  await havePosts(...posts);
  const paths = [...posts.map(({ path }) => path), "/", "/tags/t1/", "/feed.xml", "/none/"];
  const isolate = new Isolate();
  const all = [...paths, ...paths].map((path) => visitIn({ isolate }, path));
  const together = await Promise.all((await Promise.all(all)).map((answer) => answer.text()));
  for (const [at, path] of [...paths, ...paths].entries())
    expect(together[at] === (await (await visitIn({}, path)).text()), path).toBe(true);
});

test("a header of 20 KB, or one that is odd, is answered and changes nothing", async () => {
  const plain = await (await visitIn({}, "/p1/")).text();
  for (const value of ["a".repeat(20_000), "%0d%0aSet-Cookie: a=b", "\u00ff".repeat(50)]) {
    const response = await visitIn({}, "/p1/", { headers: { "X-Odd": value, Cookie: value } });
    expect(response.status).toBe(200);
    expect((await response.text()) === plain).toBe(true);
  }
});
