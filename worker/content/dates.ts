import type { UtcTime } from "../../src/model.ts";
import { readDates } from "./clocks.ts";

/** YYYY-MM-DD on the wall of the time zone; decides a post's year and month. */
export const localDate = (time: UtcTime, timeZone: string): string =>
  new Intl.DateTimeFormat("en-CA", { timeZone, dateStyle: "short" }).format(new Date(time));

/** ISO 8601 in UTC to the second, from anything that `Date` reads; null for what it does not. */
export function toUtcTime(time: string | Date): UtcTime | null {
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? null : `${date.toISOString().slice(0, 19)}Z`;
}

const WRITTEN =
  /^(\d{4}-\d\d-\d\d)(?:[Tt ]\s*(\d\d?):(\d\d)(?::(\d\d)(?:\.\d+)?)?)?\s*(Z|[+-]\d\d:?\d\d)?$/i;
const ENGLISH = /^[A-Z][a-z]{2,8}\.? \d{1,2},? \d{4}$/;

/** A date as authors write it: "2026-01-02", "2026-01-02 10:00 +0100", "Jan 2, 2026". Without a zone it is the blog's. */
export function readWrittenDate(text: string, timeZone: string): UtcTime | null {
  const english = ENGLISH.test(text) ? toUtcTime(`${text} UTC`)?.slice(0, 10) : null;
  const found = WRITTEN.exec(english ?? text);
  if (!found) return null;
  const [, day, hour = "00", minute = "00", second = "00", zone] = found;
  const time = `${hour.padStart(2, "0")}:${minute}:${second}`;
  const wall = readDates({ gmt: "", local: `${day} ${time}` }, zone ? "UTC" : timeZone).utc;
  if (!wall || !zone || /z/i.test(zone)) return wall;
  return toUtcTime(`${day}T${time}${zone.slice(0, 3)}:${zone.slice(-2)}`);
}
