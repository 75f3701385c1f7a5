import { expect, test } from "vitest";
import { renderPostHtml } from "../../worker/content/html.ts";
import { setLine } from "../../worker/content/typography.ts";

test.each([
  ["de", `"Das ist 'fein', oder?"`, "„Das ist ‚fein‘, oder?“"],
  ["en", `"It is 'fine', isn't it?"`, "“It is ‘fine’, isn’t it?”"],
  ["en-US", `"quoted"`, "“quoted”"],
  ["fr", `"bien"`, "«\u00A0bien\u00A0»"],
  ["xx", `"other"`, "“other”"],
])("in %s, %s is set as the language does", (lang, typed, set) => {
  expect(setLine(typed, lang)).toBe(set);
});

test.each([
  ["Jules' und Jims", "Jules’ und Jims"],
  ["in den '90ern", "in den ’90ern"],
  ["geht's noch", "geht’s noch"],
  ["1990--2000", "1990–2000"],
  ["Ja -- nein", "Ja – nein"],
  ["Ja - nein", "Ja – nein"],
  ["Wort---Wort", "Wort—Wort"],
  ["Na...", "Na…"],
  ["E-Mail, Nord-Süd", "E-Mail, Nord-Süd"],
])("%s becomes %s", (typed, set) => expect(setLine(typed, "de")).toBe(set));

const html = (text: string) => renderPostHtml(text, { lang: "de", path: "/" }).html;

test("a quote that starts before an emphasis ends after it", () => {
  expect(html('<p>"<em>Hallo</em>", sagte er.</p>')).toBe("<p>„<em>Hallo</em>“, sagte er.</p>");
});

test("each paragraph starts anew", () => {
  expect(html('<p>"Eins</p><p>"Zwei"</p>')).toBe("<p>„Eins</p><p>„Zwei“</p>");
});

test.each(["code", "pre", "kbd", "samp"])("nothing changes inside of %s", (tag) => {
  const text = `<p><${tag}>"a" -- 'b'...</${tag}></p>`;
  expect(html(text)).toContain(`"a" -- 'b'...`);
});
