import { expect, test } from "vitest";
import { renderComment } from "../../worker/content/comments/markdown.ts";
import { findReferences, type LinkOf } from "../../worker/content/comments/references.ts";
import { toNodes } from "../../worker/content/nodes.ts";

const render = (text: string, links: LinkOf = () => null) =>
  renderComment(text, { lang: "de", links });

test("numbers and names lead to the comment meant, and those nobody has stay text", () => {
  const asked: unknown[] = [];
  const { html: made } = render("#7, @7 und @Anna Maria sagt, @Niemand #99", (reference) => {
    asked.push(reference);
    if ("number" in reference) return reference.number === 7 ? "/x/#comment-g" : null;
    return reference.name === "Anna Maria" ? "/x/#comment-a" : null;
  });
  expect(made).toBe(
    '<p><a href="/x/#comment-g">#7</a>, <a href="/x/#comment-g">@7</a> und ' +
      '<a href="/x/#comment-a">@Anna Maria</a> sagt, @Niemand #99</p>\n',
  );
  expect(asked).toContainEqual({ name: "Anna Maria sagt" });
});

test("the dot of a name belongs to it, and that of a sentence does not", () => {
  const links: LinkOf = (reference) =>
    "name" in reference && /^(?:Schaffner a\. D\.|Anna)$/.test(reference.name) ? "/x/#c" : null;
  expect(render("Nein, @Anna. Frag @Schaffner a. D. danach.", links).html).toBe(
    '<p>Nein, <a href="/x/#c">@Anna</a>. Frag <a href="/x/#c">@Schaffner a. D.</a> danach.</p>\n',
  );
});

test("a reference is none in code, in a link, in an address or in a word", () => {
  const text = "`#7` [#7](https://a.example/) https://a.example/#7 a@7 C#7 a#7 &#7; #7a #007";
  expect(render(text, () => "/x/#comment-g").html).not.toContain("comment-g");
});

test("what a text may refer to is bounded", () => {
  expect(findReferences("#7 @7 #12 @Anna Maria Schmidt: @Bo.")).toEqual({
    numbers: [7, 12],
    names: ["Anna Maria Schmidt", "Anna Maria", "Anna", "Bo.", "Bo"],
  });
  const many = Array.from({ length: 400 }, (_, at) => `#${at + 1} @name${at}`).join(" ");
  expect(findReferences(many).numbers).toHaveLength(20);
  expect(findReferences(many).names).toHaveLength(20);
  expect(findReferences(many.replace(/@\w+/g, "")).numbers).toHaveLength(20);
  expect(findReferences(`@${"a".repeat(81)}`).names).toEqual([]);
});

test("the nodes say what the markup says", () => {
  const { html: made, nodes } = render("Hallo *Welt* https://a.example/\n\n- a\n- b");
  expect(nodes).toEqual(toNodes(made));
  expect(nodes).toEqual([
    [
      "p",
      {},
      [
        "Hallo ",
        ["em", {}, ["Welt"]],
        " ",
        ["a", { href: "https://a.example/", rel: "nofollow ugc noopener" }, ["a.example"]],
      ],
    ],
    [
      "ul",
      {},
      [
        ["li", {}, ["a"]],
        ["li", {}, ["b"]],
      ],
    ],
  ]);
});
