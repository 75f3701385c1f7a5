import { addFigures, type FiguresDraft } from "../db/write/figures.ts";

/** Adds what an isolate counted to the sums of its day. A message that comes again changes nothing. */
export async function countOnce(db: D1Database, figures: FiguresDraft): Promise<void> {
  try {
    await db.batch(addFigures(db, figures));
  } catch (error) {
    if (!/UNIQUE constraint failed: figures_taken/.test(String(error))) throw error;
  }
}
