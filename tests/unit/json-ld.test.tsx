import { renderToString } from "preact-render-to-string";
import { expect, test } from "vitest";
import { JsonLd } from "../../src/components/json-ld.tsx";
import type { Comment } from "../../src/model.ts";
import { aComment, aPost, aSite } from "./samples.ts";

const HOSTILE = "</script><script>alert(1)</script><!-- & \u2028\u2029 \"'";

const jsonOf = (title: string, comments: readonly Comment[] = []) =>
  renderToString(<JsonLd site={aSite()} post={aPost({ title })} comments={comments} />).replace(
    /^<script type="application\/ld\+json">|<\/script>$/g,
    "",
  );

test("no title can leave the script element, and it parses back to itself", () => {
  const json = jsonOf(HOSTILE, [aComment(1, { name: HOSTILE })]);
  expect(json).not.toMatch(/[<>&\u2028\u2029]/);
  const data = JSON.parse(json);
  expect(data.headline).toBe(HOSTILE);
  expect(data.comment[0].author.name).toBe(HOSTILE);
});

test("search engines get of a comment its author, date and address, and not its text", () => {
  const data = JSON.parse(jsonOf("Hallo", [aComment(1), aComment(2, { removed: true })]));
  expect(data.comment).toEqual([
    {
      "@type": "Comment",
      author: { "@type": "Person", name: "Marte" },
      dateCreated: "2010-03-17T12:12:00Z",
      url: "https://blog.test/2010/03/hallo/#comment-c1",
    },
  ]);
});
