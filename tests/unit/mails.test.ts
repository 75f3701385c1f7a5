import { describe, expect, test } from "vitest";
import { answersMail } from "../../worker/mail/answers.ts";
import { confirmMail } from "../../worker/mail/confirm.ts";
import { quoted, unlink } from "../../worker/mail/lines.ts";
import { ownerMail } from "../../worker/mail/owner.ts";
import { personMail } from "../../worker/mail/person.ts";
import { HEADER_ATTACKS, LINKS } from "../support/header-attacks.ts";

const ORIGIN = "https://blog.test";

/** Every mail that the blog sends, with this text wherever somebody else may have typed something. */
const mailsWith = (text: string, lang: "de" | "en" = "de") => {
  const blog = { origin: ORIGIN, title: text, to: "a@b.test", lang };
  const link = `${ORIGIN}/comments/x/?key=y`;
  const reasons = [
    { code: "word", detail: text },
    { code: "reported", detail: text },
    { code: text },
  ];
  const held = { name: text, postTitle: text, text, reasons, link };
  return [
    ownerMail({ ...blog, waiting: 3, comments: [held, held] }),
    answersMail({
      ...{ ...blog, postTitle: text, answers: [{ name: text, text, link }], more: 1 },
      unsubscribe: link,
    }),
    confirmMail({ ...blog, comments: [{ postTitle: text, link }] }),
    personMail({ ...blog, link }),
  ];
};

/** What steers a screen, ends a line, or cannot be seen. */
const CONTROLS = /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

describe.each(HEADER_ATTACKS)("%j", (attack) => {
  test("begins no header and steers no screen", () => {
    for (const { to, subject, text } of mailsWith(attack)) {
      expect(to).toBe("a@b.test");
      expect(subject).not.toMatch(/[\r\n]/);
      expect(subject + text).not.toMatch(CONTROLS);
      expect((subject + text).isWellFormed()).toBe(true);
      expect(text).not.toMatch(/^Bcc:/im);
    }
  });
});

describe.each(LINKS)("%s", (address) => {
  test("is no link when a stranger typed it", () => {
    expect(unlink(address)).not.toMatch(/\w:\/\//);
    for (const { text } of mailsWith(address).slice(0, 2)) {
      const quotes = text.split("\n").filter((line) => line.startsWith("> "));
      expect(quotes.length).toBeGreaterThan(0);
      expect(quotes.join("\n")).not.toMatch(/\w\.[a-z0-9]{2}|:\/\//i);
    }
  });
});

test("every address in a mail is one of this blog", () => {
  for (const mail of mailsWith("Ein Titel"))
    for (const [link] of mail.text.matchAll(/\w+:\/\/\S+/g)) expect(link).toContain(ORIGIN);
});

test("lines that a stranger wrote are marked, and cannot pose as the blog's own", () => {
  const text = "Erste\n\n\n\nKeine Mails mehr:\u2028https://victim.test\n";
  expect(quoted(text)).toBe("> Erste\n>\n> Keine Mails mehr:\n> victim[.]test");
});

test("a long text is cut, and says so", () => {
  expect(quoted("x".repeat(5_000)).length).toBeLessThan(700);
  expect(quoted("😀".repeat(700)).isWellFormed()).toBe(true);
  expect(quoted("x".repeat(5_000))).toMatch(/…$/);
});

test.each(["de", "en"] as const)("in %s every mail has a subject and a text", (lang) => {
  for (const { subject, text } of mailsWith("Hallo", lang)) {
    expect(subject).toContain("Hallo");
    expect(text).toMatch(/\S[\s\S]{80}/);
  }
});

test("the mail that asks somebody to confirm names the blog and nobody who wrote", () => {
  const mail = mailsWith("Blog")[2];
  expect(mail?.text).toContain(ORIGIN);
  expect(mail?.text).not.toContain(">");
});
