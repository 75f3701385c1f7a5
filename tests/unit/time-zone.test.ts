import { expect, test } from "vitest";
import { guessTimeZone } from "../../worker/content/wxr/read/time-zone.ts";

const winter = { local: "2010-01-17 11:12:00", gmt: "2010-01-17 10:12:00" };
const summer = { local: "2010-07-17 12:12:00", gmt: "2010-07-17 10:12:00" };

test("a German blog that changes its clocks like Berlin is from there", () => {
  expect(guessTimeZone([winter, summer], "de-DE")).toBe("Europe/Berlin");
});

test("a zone is found for clocks that no likely zone keeps", () => {
  const zone = guessTimeZone([{ local: "2010-01-17 15:57:00", gmt: "2010-01-17 10:12:00" }], "de");
  expect(zone).toMatch(/^Asia\/Kath?mandu$/);
});

test("one summer's reading does not make a blog in Greenwich one in Berlin", () => {
  const reading = { local: "2010-07-17 10:12:00", gmt: "2010-07-17 10:12:00" };
  expect(guessTimeZone([reading], "de")).not.toBe("Europe/Berlin");
});

test("without a reading there is no guess", () => expect(guessTimeZone([], "de")).toBeNull());
