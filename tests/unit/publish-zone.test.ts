import { expect, test } from "vitest";
import { localText, momentOf, offsetText } from "../../src/admin/editor/publish/zone.ts";

const BERLIN = "Europe/Berlin";

test("a time that is typed means the blog's clock, in summer and in winter", () => {
  expect(new Date(momentOf(BERLIN, "2026-07-01T12:00") ?? 0).toISOString()).toMatch(/T10:00/);
  expect(new Date(momentOf(BERLIN, "2026-12-01T12:00") ?? 0).toISOString()).toMatch(/T11:00/);
  expect(localText(BERLIN, Date.parse("2026-12-31T23:30:00Z"))).toBe("2027-01-01T00:30");
});

test("an hour that clocks leave out is no time", () => {
  expect(momentOf(BERLIN, "2026-03-29T02:30")).toBe(null);
  expect(momentOf(BERLIN, "2026-03-29T03:00")).toBe(Date.parse("2026-03-29T01:00:00Z"));
  expect(momentOf(BERLIN, "")).toBe(null);
});

test("of an hour that comes twice the first is meant", () => {
  expect(momentOf(BERLIN, "2026-10-25T02:30")).toBe(Date.parse("2026-10-25T00:30:00Z"));
});

test("the zone is said with its offset on that day", () => {
  expect(offsetText(BERLIN, Date.parse("2026-07-01T10:00:00Z"))).toBe("UTC+02:00");
  expect(offsetText("America/St_Johns", Date.parse("2026-12-01T10:00:00Z"))).toBe("UTC−03:30");
});
