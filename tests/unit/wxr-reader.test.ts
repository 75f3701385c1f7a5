import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readDates } from "../../worker/content/clocks.ts";
import { readExport, type XmlNode } from "../../worker/content/wxr/read/reader.ts";
import { fieldsOf } from "../../worker/content/wxr/read/records.ts";
import { Survey } from "../../worker/content/wxr/read/survey.ts";
import { uploadNames, uploadPathOf } from "../../worker/content/wxr/write/uploads.ts";

async function* pieces(text: string, size: number): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}

async function read(text: string, size = 1_000): Promise<XmlNode[]> {
  const nodes: XmlNode[] = [];
  for await (const node of readExport(pieces(text, size))) nodes.push(node);
  return nodes;
}

const fixture = (name: string) => readFileSync(`tests/fixtures/wxr/${name}.xml`, "utf8");
const wrap = (item: string) => fixture("version-1-0").replace("<item>", `${item}<item>`);

test("an export reads the same in pieces of any size", async () => {
  const whole = await read(fixture("blog"), 1_000_000);
  expect(await read(fixture("blog"), 7)).toEqual(whole);
  expect(whole.filter(({ name }) => name === "item")).toHaveLength(17);
});

test("a text may hold the end of a CDATA section", async () => {
  const [item] = (await read(fixture("blog"))).filter(({ name }) => name === "item");
  expect(item && fieldsOf(item)("content:encoded")).toContain("und ]]> einem Zeichen");
});

test("version 1.0 reads without authors, under another prefix and without a version", async () => {
  const survey = new Survey();
  for (const node of await read(fixture("version-1-0"))) await survey.add(node);
  expect(survey.candidates.map(({ link }) => link)).toEqual([
    "http://alt.example/2006/01/von-frueher/",
  ]);
  expect([...survey.authors.keys()]).toEqual(["karl"]);
  expect([...survey.terms.keys()]).toContain("tag:frueh");
});

test("an export with a DOCTYPE is refused before an entity is read", async () => {
  await expect(read(fixture("doctype"))).rejects.toThrow(/DOCTYPE/);
});

test("an export that ends in the middle says so, and where", async () => {
  await expect(read(fixture("cut-off"))).rejects.toThrow(/ends in the middle after .*Kopie/);
});

test("what is no export is refused with one sentence", async () => {
  await expect(read(fixture("other-feed"))).rejects.toThrow(/not a WordPress export/);
  await expect(read("PK\u0003\u0004 binary")).rejects.toThrow(/not XML/);
  await expect(read("")).rejects.toThrow(/not XML/);
  await expect(read(wrap("<title>&unknown;</title>"))).rejects.toThrow(/well-formed/);
});

test("control characters that XML forbids do not keep an old blog out", async () => {
  await expect(read(wrap("<title>a\u0008b</title>"))).resolves.toBeTruthy();
});

test("a text without end and elements without end are refused, not gathered", async () => {
  await expect(read(wrap(`<title>${"x".repeat(9_000_000)}`), 100_000)).rejects.toThrow(/8 MB/);
  await expect(read(wrap("<a>".repeat(50)))).rejects.toThrow(/nested/);
  await expect(read(wrap(`<item>${"<a/>".repeat(300_001)}</item>`), 100_000)).rejects.toThrow(
    /too many parts/,
  );
});

test("without GMT the local time is read in the blog's zone, summer and winter", () => {
  const at = (local: string) =>
    readDates({ gmt: "0000-00-00 00:00:00", local }, "Europe/Berlin").utc;
  expect(at("2011-05-02 00:30:00")).toBe("2011-05-01T22:30:00Z");
  expect(at("2011-12-02 00:30:00")).toBe("2011-12-01T23:30:00Z");
  expect(at("2011-02-30 00:30:00")).toBeNull();
});

test("the day of a post is the day on its author's wall", () => {
  const dates = { gmt: "2011-05-01 22:30:00", local: "2011-05-02 00:30:00" };
  expect(readDates(dates, "UTC").localDate).toBe("2011-05-02");
});

test("an upload is found by its path, in whatever size it was shown", () => {
  const hosts = new Set(["alt.example", "alt.files.wordpress.com"]);
  const path = (url: string) => uploadPathOf(new URL(url), hosts);
  expect(path("https://www.alt.example/wp-content/uploads/sites/3/2010/01/a.jpg?w=3")).toBe(
    "2010/01/a.jpg",
  );
  expect(path("https://alt.files.wordpress.com/2010/01/a.jpg")).toBe("2010/01/a.jpg");
  expect(path("https://i0.wp.com/alt.example/wp-content/uploads/2010/01/a.jpg")).toBe(
    "2010/01/a.jpg",
  );
  expect(path("https://other.example/wp-content/uploads/2010/01/a.jpg")).toBeNull();
  expect(uploadNames("2010/01/a-300x200.jpg")).toContain("2010/01/a.jpg");
});
