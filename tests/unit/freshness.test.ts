import { describe, expect, test } from "vitest";
import { addChanges } from "../../worker/cache/add-changes.ts";
import { type CachedPage, isFresh, isLastGood } from "../../worker/cache/entry.ts";
import { toCachedPage, toMetadata } from "../../worker/cache/metadata.ts";
import { makeSiteEntry, NO_FRAGMENT, type SiteFacts } from "../../worker/cache/site-entry.ts";
import { pageTags, shortTag } from "../../worker/cache/tags.ts";

const HOUR = 3_600_000;
const NOW = Date.parse("2026-03-01T12:00:00Z");

const aPage = (changes: Partial<CachedPage> = {}): CachedPage => ({
  ...{ build: "b", generation: "g", seq: 10, renderedAt: NOW - HOUR, etag: "e", csp: "" },
  ...{ type: "text/html", modified: null, slots: [], body: new Uint8Array([1, 2, 3]) },
  tags: pageTags(["post:1"]),
  ...changes,
});

const aSite = (changes: Partial<SiteFacts> = {}) =>
  makeSiteEntry({
    ...{ build: "b", generation: "g", seq: 20, at: "2026-03-01T11:59:00Z", checkedAt: NOW - 1_000 },
    ...{ tags: [{ tag: "front", seq: 20 }], gone: [], counts: {}, sidebar: NO_FRAGMENT },
    ...{ spentOn: null, uncountedOn: null, direct: false, ...changes },
  });

const many = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ tag: `post:${at + 1_000}`, seq: 1_000 - at }));

describe("fresh", () => {
  test.each<[string, Partial<CachedPage>, Partial<SiteFacts>, boolean]>([
    ["a page that nothing has touched", {}, {}, true],
    ["one of another build", { build: "a" }, {}, false],
    ["one of another history", { generation: "f" }, {}, false],
    ["one that is a day old", { renderedAt: NOW - 24 * HOUR }, {}, false],
    ["one whose tag changed after it", {}, { tags: [{ tag: "post:1", seq: 11 }] }, false],
    ["one whose tag changed before it", {}, { tags: [{ tag: "post:1", seq: 10 }] }, true],
    ["any page when the whole blog changed", {}, { tags: [{ tag: "site", seq: 11 }] }, false],
    ["one of too many tags when anything changed", { tags: ["*"] }, {}, false],
    ["one that is older than what the site entry remembers", {}, { tags: many(600) }, false],
    ["one that is newer than the site entry", { seq: 30, renderedAt: NOW }, {}, true],
    ["one of a future that was taken back", { seq: 30, renderedAt: NOW - HOUR }, {}, false],
  ])("%s: %s", (_name, page, site, fresh) => {
    expect(isFresh(aPage(page), aSite(site), NOW)).toBe(fresh);
  });
});

describe("a last good copy", () => {
  test.each<[string, Partial<CachedPage>, Partial<SiteFacts>, boolean]>([
    [
      "of another build, days old, since then changed",
      { build: "a", renderedAt: NOW - 99 * HOUR },
      { tags: [{ tag: "post:1", seq: 11 }] },
      true,
    ],
    ["of which something was removed", {}, { gone: [{ tag: "post:1", seq: 11 }] }, false],
    ["of another history", { generation: "f" }, {}, false],
    ["of eight days ago", { renderedAt: NOW - 8 * 24 * HOUR }, {}, false],
    ["older than the removals that are remembered", {}, { gone: many(600) }, false],
  ])("%s: %s", (_name, page, site, good) => {
    expect(isLastGood(aPage(page), aSite(site), NOW)).toBe(good);
  });
});

describe("changes that only messages told of", () => {
  const change = (seq: number, tag: string, gone = false) => ({ seq, tags: [tag], gone, at: "x" });

  test("stale what they touched, and empty the sidebar when something was removed", () => {
    const sidebar = { html: "<aside>", etag: "s", lang: "de" } as const;
    const touched = addChanges(aSite({ sidebar }), [change(21, "post:1")]);
    expect(isFresh(aPage({ seq: 20 }), touched, NOW)).toBe(false);
    expect([touched.partial, touched.sidebar.html]).toEqual([true, "<aside>"]);
    const removed = addChanges(aSite({ sidebar }), [change(21, "post:1", true)]);
    expect([removed.sidebar.html, removed.sidebar.lang]).toEqual(["", "de"]);
    expect(isLastGood(aPage({ seq: 20 }), removed, NOW)).toBe(false);
  });

  test("leave nothing older to be trusted where one between them is not known", () => {
    const site = addChanges(aSite(), [change(22, "post:9")]);
    expect([site.floor, site.goneFloor]).toEqual([21, 21]);
    const late = addChanges(site, [change(21, "post:1")]);
    expect(late.tags[shortTag("post:1")]).toBe(21);
  });

  test("that were seen already change nothing", () => {
    const site = aSite();
    expect(addChanges(site, [change(20, "post:1"), change(3, "x")])).toBe(site);
  });
});

test("what KV keeps of a page fits its metadata, however many tags and slots there are", () => {
  const tags = pageTags(Array.from({ length: 90 }, (_, at) => `tag:${at}`));
  const slots = Array.from({ length: 15 }, (_, at) => ({
    kind: "count" as const,
    at: 0,
    postId: 90_000 + at,
    count: 100,
  }));
  for (const page of [
    aPage({ tags }),
    aPage({ tags, slots }),
    aPage({ tags: pageTags(many(91).map(({ tag }) => tag)) }),
  ]) {
    const metadata = toMetadata({ ...page, csp: `sha256-${"x".repeat(44)}`, etag: "e".repeat(32) });
    expect(JSON.stringify(metadata).length).toBeLessThanOrEqual(1_024);
    const read = toCachedPage(page.body.slice().buffer, metadata);
    expect(read?.slots).toEqual(page.slots);
    expect([page.tags, ["*"]]).toContainEqual(read?.tags);
  }
});
