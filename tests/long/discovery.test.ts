import { beforeAll, describe, expect, test } from "vitest";
import { openSearch } from "../../worker/feeds/open-search.ts";
import { costOf, draftPost, havePosts, OF_EVERY_PAGE, pageText, visit } from "../support/blog.ts";
import { ORIGIN, visitIn } from "../support/house.ts";
import { haveManyPosts } from "../support/many.ts";
import { childrenOf, type Element, parseXml, textOf } from "../support/xml.ts";

async function readSitemap(path: string): Promise<Element> {
  const response = await visit(path);
  expect(response.status).toBe(200);
  expect(response.headers.get("Content-Type")).toBe("application/xml; charset=utf-8");
  const root = parseXml(await response.text());
  expect(root.attributes["xmlns"]).toBe("http://www.sitemaps.org/schemas/sitemap/0.9");
  return root;
}

const addressesOf = (root: Element): string[] => root.children.map((child) => textOf(child, "loc"));

describe("a small blog", () => {
  beforeAll(async () => {
    await havePosts(
      draftPost("hallo", { updatedAt: "2010-05-01T10:00:00Z" }),
      draftPost("über uns & mehr", { kind: "page", path: "/über uns & 'mehr'/" }),
      draftPost("leise", { status: "unlisted" }),
    );
  });

  test("has its listed posts and pages in one file, each once", async () => {
    const root = await readSitemap("/sitemap.xml");
    expect(root.name).toBe("urlset");
    expect(addressesOf(root).sort()).toEqual([
      `${ORIGIN}/%C3%BCber%20uns%20&%20'mehr'/`,
      `${ORIGIN}/2010/03/hallo/`,
    ]);
    for (const address of addressesOf(root))
      expect((await visit(address.slice(ORIGIN.length))).status).toBe(200);
    expect(childrenOf(root, "url").map((url) => textOf(url, "lastmod"))).toContain(
      "2010-05-01T10:00:00Z",
    );
  });

  test("says in robots.txt where that is, and what is not worth a visit", async () => {
    const lines = (await pageText("/robots.txt")).split("\n");
    expect(lines).toContain(`Sitemap: ${ORIGIN}/sitemap.xml`);
    for (const path of ["/admin/", "/api/", "/search/", "/comments/new/"])
      expect(lines).toContain(`Disallow: ${path}`);
    expect(lines).not.toContain("Disallow: /");
  });

  test("closes robots.txt while it has no address of its own", async () => {
    const elsewhere = { origin: "http://localhost", env: { ORIGIN: "" } };
    const response = await visitIn(elsewhere, "/robots.txt");
    expect(await response.text()).toBe("User-agent: *\nDisallow: /\n");
  });

  test.each(["/sitemap-0.xml", "/sitemap-2.xml", "/sitemap-01.xml", "/sitemap-x.xml"])(
    "%s is missing",
    async (path) => {
      expect((await visit(path)).status).toBe(404);
    },
  );
});

describe("a blog of 2,500 posts", () => {
  beforeAll(() => haveManyPosts(2_500));

  test("has an index of three files that hold each post once", async () => {
    const root = await readSitemap("/sitemap.xml");
    expect(root.name).toBe("sitemapindex");
    const files = addressesOf(root).map((address) => address.slice(ORIGIN.length));
    expect(files).toEqual(["/sitemap-1.xml", "/sitemap-2.xml", "/sitemap-3.xml"]);
    const addresses: string[] = [];
    for (const path of files) addresses.push(...addressesOf(await readSitemap(path)));
    expect(addresses.length).toBe(2_500);
    expect(new Set(addresses).size).toBe(2_500);
    expect(addresses[0]).toBe(`${ORIGIN}/p/1/`);
    expect((await visit("/sitemap-4.xml")).status).toBe(404);
  });

  test.each([
    ["/sitemap.xml", 4],
    ["/sitemap-1.xml", 1_000],
    ["/sitemap-3.xml", 500],
    ["/robots.txt", 0],
  ])("%s reads no more rows than it has addresses, and the blog's own", async (path, most) => {
    const cost = costOf(await visit(path));
    expect(cost["trips"]).toBeLessThanOrEqual(1);
    expect(cost["rows"]).toBeLessThanOrEqual(most + OF_EVERY_PAGE);
  });
});

describe("/opensearch.xml", () => {
  test("tells a browser how to ask the blog", async () => {
    const response = await visit("/opensearch.xml");
    const type = "application/opensearchdescription+xml; charset=utf-8";
    expect(response.headers.get("Content-Type")).toBe(type);
    const root = parseXml(await response.text());
    expect(root.name).toBe("OpenSearchDescription");
    expect(root.attributes["xmlns"]).toBe("http://a9.com/-/spec/opensearch/1.1/");
    const [url] = childrenOf(root, "Url");
    expect(url?.attributes["type"]).toBe("text/html");
    const template = url?.attributes["template"]?.replace("{searchTerms}", "wort");
    expect(template).toBe(`${ORIGIN}/search/?q=wort`);
    expect((await visit("/search/?q=wort")).status).toBe(200);
  });

  test("keeps to the lengths of the format, whatever the blog is called", () => {
    const name = `Die <Ränder> & Notizen \u0000${"🦔".repeat(2_000)}`;
    const about = { name, sentence: name, lang: "de", origin: ORIGIN };
    const root = parseXml(openSearch(about));
    const lengths = ["ShortName", "LongName", "Description"].map(
      (child) => [...textOf(root, child)].length,
    );
    expect(lengths).toEqual([15, 48, 1_024]);
    expect(textOf(root, "ShortName")).toBe("Die <Ränder> &…");
  });
});
