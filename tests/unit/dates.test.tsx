import { renderToString } from "preact-render-to-string";
import { expect, test } from "vitest";
import { Time } from "../../src/components/time.tsx";
import { formatMonth, formatTime, monthName } from "../../src/i18n/dates.ts";

const MARCH = "2010-03-17T10:12:00Z";
const BERLIN = "Europe/Berlin";

test("a German post says when it appeared as Germans write it", () => {
  expect(formatTime(MARCH, "de", BERLIN)).toBe("17.03.10, 11:12 Uhr");
  expect(formatTime(MARCH, "de-AT", BERLIN)).toMatch(/^17\.03\.10, 11:12 Uhr$/);
});

test("an English post keeps English dates, and an American one American", () => {
  expect(formatTime(MARCH, "en", BERLIN)).toBe("17 Mar 2010, 11:12");
  expect(formatTime(MARCH, "en-US", BERLIN)).toMatch(/^Mar 17, 2010, 11:12\sAM$/);
});

test("a post in a third language keeps the dates of that language", () => {
  expect(formatTime(MARCH, "fr", BERLIN)).toMatch(/^17 mars 2010/);
});

test("a language that nobody knows gets a date that everybody can read", () => {
  for (const lang of ["", "not a language", "x_y", "tlh"]) {
    expect(formatTime(MARCH, lang, BERLIN)).toBe("2010-03-17 11:12");
  }
});

test("the time is that of the blog's time zone, in summer too", () => {
  expect(formatTime("2010-07-01T22:30:00Z", "de", BERLIN)).toBe("02.07.10, 00:30 Uhr");
  expect(formatTime(MARCH, "de", "America/New_York")).toBe("17.03.10, 06:12 Uhr");
});

test("months have names", () => {
  expect(formatMonth("2010-03", "de")).toBe("März 2010");
  expect(monthName("2010-12", "en")).toBe("December");
});

test("machines read the moment in UTC, and the date of another language is marked as such", () => {
  const html = renderToString(<Time time={MARCH} lang="en" around="de" timeZone={BERLIN} />);
  expect(html).toBe(
    '<time datetime="2010-03-17T10:12:00Z" lang="en" dir="ltr">17 Mar 2010, 11:12</time>',
  );
});
