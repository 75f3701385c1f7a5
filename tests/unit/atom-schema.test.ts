import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Html } from "../../src/model.ts";
import { atomFeed } from "../../worker/feeds/atom.ts";
import { commentEntry, postEntry } from "../../worker/feeds/entries.ts";
import type { Entry } from "../../worker/feeds/feed.ts";
import { aPost } from "./samples.ts";

const ORIGIN = "https://blog.test";
const HOSTILE = 'A ]]> <script>"x"</script> &amp; \u0001\uFFFE\uD800 ]]]]><![CDATA[> Ende';

const write = (entries: readonly Entry[]): string =>
  atomFeed({
    ...{ title: HOSTILE, description: HOSTILE, lang: "de", origin: ORIGIN, page: "/", base: "/" },
    ...{ updated: "2010-03-17T10:12:00Z", entries },
  });

const comment = (name: string, url: string | null) =>
  commentEntry(
    {
      ...{ id: "c1", number: 201, name, url, html: "<p>Text</p>" as Html, excerpt: "", lang: "en" },
      ...{ createdAt: "2010-03-17T10:12:00Z", updatedAt: "2010-03-17T10:12:00Z" },
      post: { guid: "https://old.test/?p=1", path: "/alt.html", title: "Alt" },
    },
    ORIGIN,
    HOSTILE,
  );

/** What jing says of a document; nothing where it is valid. */
function validate(xml: string): string {
  const dir = mkdtempSync(join(tmpdir(), "atom-"));
  const file = join(dir, "atom.xml");
  writeFileSync(file, xml);
  const { stdout } = spawnSync("jing", ["-c", "tests/support/atom.rnc", file], {
    encoding: "utf8",
  });
  rmSync(dir, { recursive: true });
  return stdout;
}

const hasJing = spawnSync("jing", []).error === undefined;
if (!hasJing) {
  console.error(
    "Skipped: Atom by its schema needs jing, which is not here (apt-get install jing).",
  );
}

/** Milliseconds: jing starts a Java machine each time. */
const TIMEOUT = { timeout: 60_000 };

test.skipIf(!hasJing)("Atom is valid by the schema of RFC 4287, whatever it holds", TIMEOUT, () => {
  const post = (changes: Parameters<typeof aPost>[0]) =>
    postEntry(aPost(changes), { origin: ORIGIN }, "–");
  const entries = [
    post({ title: HOSTILE, html: "<p>]]&#x3E; <br></p>" as Html, excerpt: HOSTILE, lang: "en" }),
    post({ title: "\u0001", html: "" as Html, excerpt: "", author: { slug: "x", name: HOSTILE } }),
    post({ tags: [{ slug: "ü & <x>", name: HOSTILE }], path: '/ü/"<&>/' }),
    comment(HOSTILE, "https://ben.test/?a=1&b=2"),
    comment("\u0002", null),
  ];
  expect(validate(write(entries))).toBe("");
  expect(validate(write([]))).toBe("");
});

test.skipIf(!hasJing)("the schema notices what is missing", TIMEOUT, () => {
  expect(validate(write([]).replace(/<updated>[^<]*<\/updated>/, ""))).toContain("updated");
});
