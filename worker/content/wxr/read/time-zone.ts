import { readDates } from "../../clocks.ts";

/** A moment as an export says it twice: on the author's wall, and in Greenwich. */
export interface ClockReading {
  readonly local: string;
  readonly gmt: string;
}

/** A German blog is most likely written there; its neighbours keep the same time. */
const LIKELY: Readonly<Record<string, string>> = { de: "Europe/Berlin" };

/**
 * The zone whose clocks agree with every reading: an export does not name its own. The likely ones are tried first, so that
 * a blog from Hamburg is not said to be from Andorra. Null where there is no reading, or no zone fits.
 */
export function guessTimeZone(readings: readonly ClockReading[], lang: string): string | null {
  if (readings.length === 0) return null;
  const { timeZone: here } = Intl.DateTimeFormat().resolvedOptions();
  const likely = LIKELY[lang.slice(0, 2).toLowerCase()];
  const zones = [...(likely ? [likely] : []), here, "UTC", ...Intl.supportedValuesOf("timeZone")];
  return zones.find((zone) => readings.every((reading) => agrees(reading, zone))) ?? null;
}

function agrees({ local, gmt }: ClockReading, timeZone: string): boolean {
  const fromWall = readDates({ gmt: "", local }, timeZone).utc;
  return fromWall !== null && fromWall === readDates({ gmt, local }, timeZone).utc;
}
