import { setTimeout } from "node:timers/promises";

/** Milliseconds between tries, and how often a busy database is asked again. */
const BUSY_MS = 100;
const BUSY_TRIES = 20;

/**
 * Does something again while the database is busy: the blog that `npm start` serves reads the same SQLite file from another
 * process, and whoever comes second in one moment is sent away.
 */
export async function whileBusy<To>(work: () => Promise<To>): Promise<To> {
  for (let tries = 1; ; tries++) {
    try {
      return await work();
    } catch (error) {
      const isBusy = /SQLITE_BUSY|database is locked|session commit token/.test(String(error));
      if (!isBusy || tries === BUSY_TRIES) throw error;
      await setTimeout(BUSY_MS);
    }
  }
}
