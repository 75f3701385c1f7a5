/** Minutes east of UTC that clocks of a zone show at a moment, in milliseconds. */
function offsetAt(zone: string, moment: number): number {
  const parts = new Intl.DateTimeFormat("en-CA", {
    ...{ timeZone: zone, hourCycle: "h23", year: "numeric", month: "2-digit", day: "2-digit" },
    ...{ hour: "2-digit", minute: "2-digit", second: "2-digit" },
  }).formatToParts(moment);
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  const shown = Date.UTC(
    of("year"),
    of("month") - 1,
    of("day"),
    of("hour"),
    of("minute"),
    of("second"),
  );
  return Math.round((shown - moment) / 60_000);
}

/** "+01:00", as the zone's clocks stand at that moment. */
export function offsetText(zone: string, moment: number): string {
  const minutes = offsetAt(zone, moment);
  const digits = (number: number) => String(number).padStart(2, "0");
  const away = Math.abs(minutes);
  return `UTC${minutes < 0 ? "−" : "+"}${digits(Math.floor(away / 60))}:${digits(away % 60)}`;
}

/**
 * The moment, in milliseconds, at which a zone's clocks show "2026-03-29T02:30"; null where they never do, since they are put
 * forward. Of an hour that comes twice, the first.
 */
export function momentOf(zone: string, local: string): number | null {
  const asUtc = Date.parse(`${local}:00Z`);
  if (Number.isNaN(asUtc)) return null;
  const day = 86_400_000;
  const offsets = [offsetAt(zone, asUtc - day), offsetAt(zone, asUtc + day)];
  const moments = offsets
    .map((minutes) => asUtc - minutes * 60_000)
    .filter((moment) => localText(zone, moment) === local);
  return moments.length > 0 ? Math.min(...moments) : null;
}

/** What a zone's clocks show, as `datetime-local` has it. */
export const localText = (zone: string, moment: number): string =>
  new Date(moment + offsetAt(zone, moment) * 60_000).toISOString().slice(0, 16);
