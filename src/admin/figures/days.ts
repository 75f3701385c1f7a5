export interface DayReads {
  /** "2026-01-31", UTC */
  readonly day: string;
  readonly reads: number;
}

const DAY_MS = 86_400_000;

/** Every day of a span, those without reads included. `today`: its last day. */
export function everyDay(days: readonly DayReads[], since: string, today: string): DayReads[] {
  const known = new Map(days.map(({ day, reads }) => [day, reads]));
  const count = Math.max(0, Math.round((Date.parse(today) - Date.parse(since)) / DAY_MS)) + 1;
  return Array.from({ length: count }, (_, at) => {
    const day = new Date(Date.parse(since) + at * DAY_MS).toISOString().slice(0, 10);
    return { day, reads: known.get(day) ?? 0 };
  });
}
