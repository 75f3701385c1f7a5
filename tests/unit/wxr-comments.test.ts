import { expect, test } from "vitest";
import { draftComment } from "../../worker/content/wxr/comments.ts";
import { People } from "../../worker/content/wxr/write/people.ts";

function imported(source: string): string {
  const fields: Record<string, string> = {
    "wp:comment_content": source,
    "wp:comment_author": "Ben",
  };
  const field = (name: string) => fields[name] ?? "";
  const at = "2010-03-18T09:30:00Z";
  const { html } = draftComment(
    { field, id: 1, parent: null, kind: "comment", type: "", status: "approved", at },
    {
      ...{ postGuid: "urn:x", postLang: "de", publicId: "1", parentPublicId: null },
      ...{ people: new People([]), fallbackTime: at },
    },
  );
  return html.replace(/\s+/g, " ");
}

test("the words of a table that a comment may not have stay apart", () => {
  const html = imported(
    "<table><tr><th>Halt</th><td>Zeit</td></tr><tr><td>Bebra</td></tr></table>",
  );
  expect(html).not.toMatch(/<t/);
  expect(html).toMatch(/Halt Zeit.*<p>Bebra/);
});

test("so do those of definitions and headings", () => {
  const html = imported("<h2>Titel</h2><dl><dt>Gleis</dt><dd>aus Stahl</dd></dl>");
  expect(html).toBe("<p>Titel</p><p>Gleis</p><p>aus Stahl</p>");
});
