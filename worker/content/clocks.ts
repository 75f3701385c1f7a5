import type { UtcTime } from "../../src/model.ts";

/** When something was written, as an export says it. */
export interface Dates {
  readonly utc: UtcTime | null;
  /** YYYY-MM-DD on the author's wall. */
  readonly localDate: string | null;
}

/** GMT where the export has it; else the local time in the blog's zone; else the RSS date. */
export function readDates(
  { gmt, local, rss = "" }: { gmt: string; local: string; rss?: string },
  timeZone: string,
): Dates {
  const wall = parseTime(local);
  const utc = parseTime(gmt) ?? (wall && zoneToUtc(wall, timeZone)) ?? parseRss(rss);
  const day = wall ?? (utc && utcToZone(utc, timeZone));
  return { utc, localDate: day?.slice(0, 10) ?? null };
}

/** "2010-03-17 10:12:00" as if it were UTC; null for zeros and for what no calendar has. */
export function parseTime(text: string): UtcTime | null {
  const found = /^(\d{4})-(\d\d)-(\d\d)[ T](\d\d):(\d\d):(\d\d)$/.exec(text.trim());
  if (!found || found[1] === "0000") return null;
  const iso = `${found[1]}-${found[2]}-${found[3]}T${found[4]}:${found[5]}:${found[6]}`;
  const time = Date.parse(`${iso}Z`);
  return Number.isNaN(time) || toUtc(time).slice(0, 10) !== iso.slice(0, 10) ? null : toUtc(time);
}

/** "Wed, 17 Mar 2010 10:12:00 +0000"; WordPress gives drafts the year -1. */
export function parseRss(text: string): UtcTime | null {
  const time = Date.parse(text);
  return Number.isNaN(time) || time < 0 ? null : toUtc(time);
}

const toUtc = (time: number): UtcTime => `${new Date(time).toISOString().slice(0, 19)}Z`;

function zoneToUtc(wall: UtcTime, timeZone: string): UtcTime {
  const time = Date.parse(wall);
  const first = time - offsetAt(time, timeZone);
  // Near a change of the clocks the first guess may stand on its other side.
  return toUtc(time - offsetAt(first, timeZone));
}

const utcToZone = (utc: UtcTime, timeZone: string): string =>
  toUtc(Date.parse(utc) + offsetAt(Date.parse(utc), timeZone));

const formats = new Map<string, Intl.DateTimeFormat>();

/** Milliseconds by which the zone's clocks are ahead of UTC at that moment. */
function offsetAt(time: number, timeZone: string): number {
  const format = formats.get(timeZone) ?? makeFormat(timeZone);
  const parts = Object.fromEntries(
    format.formatToParts(time).map(({ type, value }) => [type, Number(value)]),
  ) as Record<"year" | "month" | "day" | "hour" | "minute" | "second", number>;
  const { year, month, day, hour, minute, second } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(time / 1000) * 1000;
}

function makeFormat(timeZone: string): Intl.DateTimeFormat {
  const two = "2-digit" as const;
  const format = new Intl.DateTimeFormat("en-US", {
    ...{ timeZone, hourCycle: "h23", year: "numeric", month: two, day: two },
    ...{ hour: two, minute: two, second: two },
  });
  formats.set(timeZone, format);
  return format;
}
