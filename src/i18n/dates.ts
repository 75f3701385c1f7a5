import type { UtcTime } from "../model.ts";

/** Date and time as the language writes them: "17.03.10, 11:12 Uhr", "17 Mar 2010, 11:12". */
export function formatTime(time: UtcTime, lang: string, timeZone: string): string {
  const written = formatter(lang, "time", timeZone).format(new Date(time));
  return isGerman(lang) ? `${written} Uhr` : written;
}

/** A month and its year: "März 2010". */
export const formatMonth = (month: string, lang: string): string =>
  formatter(lang, "month", "UTC").format(new Date(`${month}-01T00:00:00Z`));

/** A month without its year: "März". */
export const monthName = (month: string, lang: string): string =>
  formatter(lang, "name", "UTC").format(new Date(`${month}-01T00:00:00Z`));

type Shape = "time" | "month" | "name";

const formatters = new Map<string, Intl.DateTimeFormat>();

// Making a formatter takes about a hundred times as long as using it.
function formatter(lang: string, shape: Shape, timeZone: string): Intl.DateTimeFormat {
  const key = `${lang} ${shape} ${timeZone}`;
  let found = formatters.get(key);
  if (!found) {
    const locale = localeOf(lang);
    found = new Intl.DateTimeFormat(locale, { ...optionsOf(locale, shape), timeZone });
    formatters.set(key, found);
  }
  return found;
}

// Swedes write dates as ISO 8601 does, which is right for a language that nobody here knows.
const NEUTRAL = "sv-SE";

function localeOf(lang: string): string {
  if (lang.toLowerCase() === "en") return "en-GB";
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(lang)[0] ?? NEUTRAL;
  } catch {
    return NEUTRAL;
  }
}

function optionsOf(locale: string, shape: Shape): Intl.DateTimeFormatOptions {
  if (shape === "month") return { month: "long", year: "numeric" };
  if (shape === "name") return { month: "long" };
  if (locale === NEUTRAL) return { dateStyle: "short", timeStyle: "short" };
  if (!isGerman(locale)) return { dateStyle: "medium", timeStyle: "short" };
  const two = "2-digit";
  return { day: two, month: two, year: two, hour: two, minute: two };
}

const isGerman = (lang: string): boolean => /^de(-|$)/i.test(lang);
