import type { UtcTime } from "../../src/model.ts";

/** YYYY-MM-DD on the wall of the time zone; decides a post's year and month. */
export const localDate = (time: UtcTime, timeZone: string): string =>
  new Intl.DateTimeFormat("en-CA", { timeZone, dateStyle: "short" }).format(new Date(time));

/** ISO 8601 in UTC to the second, from anything that `Date` reads; null for what it does not. */
export function toUtcTime(time: string | Date): UtcTime | null {
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? null : `${date.toISOString().slice(0, 19)}Z`;
}
