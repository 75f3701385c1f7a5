import type { Figures } from "../../../../src/admin-api/figures.ts";
import { findFigures } from "../../../db/read/figures.ts";
import { FieldError } from "../../../errors.ts";
import type { ApiHandler } from "../route.ts";

const USUAL_DAYS = 30;
const MOST_DAYS = 400;

/** What was counted in the last days, today included. */
export const showFigures: ApiHandler = async (
  _request,
  { env, query, now, edgeCache },
): Promise<Figures> => {
  const text = query.get("days") ?? String(USUAL_DAYS);
  const days = /^[1-9]\d{0,2}$/.test(text) ? Number(text) : 0;
  if (days < 1 || days > MOST_DAYS)
    throw new FieldError("days", "choice", `days is a number from 1 to ${MOST_DAYS}.`);
  const since = new Date(Date.parse(now) - (days - 1) * 86_400_000).toISOString().slice(0, 10);
  return { since, ...(await findFigures(env.DB, since)), edgeCache } as Figures;
};
