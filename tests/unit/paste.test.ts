import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { strangersMarkdown } from "../../src/markup/to-markdown.ts";
import { renderMarkdown } from "../../worker/content/markdown.ts";

const pasted = (name: string, base?: string) =>
  strangersMarkdown(readFileSync(`tests/fixtures/paste/${name}.html`, "utf8"), base);

test("what comes from Word is its text, with its lists and footnotes", () => {
  const { markdown, pictures } = pasted("word");
  expect(markdown).toBe(`## Ein Garten am Rand

## Was wächst

**Erbsen** stehen im *März*, Bohnen später.[^1] Siehe [den Plan](https://garten.example/plan?jahr=2).

- Hacke
  - mit ~~kurzem~~ Stiel
- Schnur

1. Säen
2. Warten

|           |       |
| --------- | ----- |
| **Sorte** | Tiefe |
| Erbse     | 3 cm  |

[^1]: Oder nie.`);
  expect(pictures).toEqual([{ src: "file:///C:/Users/x/clip_image001.png", alt: "Das Beet" }]);
});

test("what comes from Google Docs is bold only where it looked so", () => {
  expect(pasted("google-docs").markdown).toBe(`## Was wächst

**Erbsen** stehen im *März*, Bohnen [später](https://garten.example/plan). 3 m<sup>2</sup> ~~reichen~~

- Hacke
  - mit Stiel
- Schnur

1. Säen
2. Warten

![](https://lh7-us.googleusercontent.com/abc)`);
});

test("what comes from LibreOffice is its text, with its footnotes", () => {
  expect(pasted("libreoffice").markdown).toBe(`## Was wächst

**Erbsen** stehen im *März*, Bohnen später.[^1]

- Hacke
  - mit Stiel
- Schnur

1. Säen
2. Warten

[^1]: Oder nie.`);
});

test("what comes from a page leaves its scripts, menus and trackers there", () => {
  expect(pasted("web-page", "https://garten.example/a/").markdown).toBe(`## Was wächst

Erbsen & Bohnen [nach Plan](https://garten.example/plan), nie und oben. \\<b> ist kein Fett, \\*so\\* auch nicht.

> Wer sät, der wartet.

![Das Beet](https://garten.example/a/beet.jpg)

Im März

\`\`\`js
const beet = 1;

beet < 2
\`\`\`

| Sorte          | Tiefe |
| -------------- | ----: |
| Erbse \\| Bohne |  3 cm |

Zeile eins\\
Zeile zwei

---`);
});

test("links of a page without a known address become their words", () => {
  const { markdown } = pasted("web-page");
  expect(markdown).toContain("Bohnen nach Plan, nie und oben");
  expect(markdown).not.toContain("beet.jpg");
});

describe("hostile markup", () => {
  const HOSTILE = [
    "<img src=x onerror=alert(1)>",
    "<a href=javascript:alert(1)>x</a>",
    "<p>&lt;img src=x onerror=alert(1)&gt;</p>",
    "<pre>&lt;script&gt;\n```\n&lt;script&gt;alert(1)&lt;/script&gt;</pre>",
    "<sup onclick=alert(1) style='x'>1</sup>",
    "<a href='https://a.example/)<script>alert(1)</script>'>x</a>",
    "<img src='https://a.example/x' alt='](javascript:alert(1)) <img src=x onerror=alert(1)>'>",
    "<svg><style><img src=x onerror=alert(1)></style></svg><math><mi>x</math>",
    "<table><td colspan=99999999 rowspan=99999999>x</table>",
    "<base href=//evil.test><a href=/x>x</a>",
    `<p style="mso-list:l0 level99 lfo1">x</p>`,
    `<h1><h1><table><h1><ul><p></li></ul>`,
    `<footnote-mark id="x](javascript:1)">a</footnote-mark><footnote-text>b</footnote-text>`,
    "<div>".repeat(50_000),
    "<b a=1>".repeat(50_000),
    "<ul><li>".repeat(150),
    "\u0000<p>\ud800</p>",
  ];
  for (const html of HOSTILE)
    test(`${html.slice(0, 40)} leaves nothing that runs`, () => {
      const { markdown } = strangersMarkdown(html);
      const made = renderMarkdown(markdown, { lang: "de", path: "/x/" }).html;
      expect(markdown.replace(/```[\s\S]*```/g, "").replaceAll("<sup>", "")).not.toMatch(
        /(?<!\\)<[a-z]/i,
      );
      expect(made).not.toMatch(/<(img|script|svg)|="javascript:|<[^>]*\son\w+=/);
    });

  const MANY: Readonly<Record<string, string>> = {
    paragraphs: "<p>ein <b>fettes</b> Wort</p>",
    breaks: "a<br>",
    marks: "<b>a</b>",
    nested: "<i>a<b>b</b></i> ",
    links: "<a href='#a' name=b>a</a>",
    items: "<p style='mso-list:l0 level2 lfo1'>a</p>",
    rows: "<table><tr><td>a<td>b</table>",
    lists: "<ul><li>a</ul>",
  };
  for (const [name, piece] of Object.entries(MANY))
    test(`twice as many ${name} take about twice as long`, () => {
      const time = (count: number) => {
        const html = piece.repeat(count);
        const began = performance.now();
        strangersMarkdown(html);
        return performance.now() - began;
      };
      time(500);
      const short = Math.min(...[1, 2, 3].map(() => time(1_000)));
      expect(time(8_000)).toBeLessThan(short * 8 * 5 + 300);
    });
});
