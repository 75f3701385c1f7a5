import { FieldError } from "../../errors.ts";

/** Entries of a list in one answer, unless fewer are asked for. */
const MOST_ENTRIES = 100;
const USUAL_ENTRIES = 50;

/** How many are asked for. */
export function limitOf(query: URLSearchParams): number {
  const text = query.get("limit");
  if (text === null) return USUAL_ENTRIES;
  const limit = /^[1-9]\d{0,2}$/.test(text) ? Number(text) : 0;
  if (limit < 1 || limit > MOST_ENTRIES)
    throw new FieldError("limit", "choice", `limit is a number from 1 to ${MOST_ENTRIES}.`);
  return limit;
}

/** A value of the query that must be one of some; null where there is none. */
export function oneOf<const Known extends readonly string[]>(
  query: URLSearchParams,
  name: string,
  known: Known,
): Known[number] | null {
  const text = query.get(name);
  if (text === null || text === "") return null;
  const found = known.find((one) => one === text);
  if (!found) throw new FieldError(name, "choice", `${name} is one of: ${known.join(", ")}.`);
  return found;
}

/** Where a list goes on: what its order goes by, of the last entry. Nobody needs to know more of it. */
export const toCursor = (values: readonly (string | number)[]): string =>
  btoa(encodeURIComponent(JSON.stringify(values)))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/=+$/, "");

/** Null for the beginning; a text that is no cursor is refused. */
export function readCursor(query: URLSearchParams): (string | number)[] | null {
  const text = query.get("after");
  if (!text) return null;
  try {
    const json = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
    const values: unknown = JSON.parse(decodeURIComponent(json));
    if (Array.isArray(values) && values.every(isPlain)) return values;
  } catch {
    // Said below.
  }
  throw new FieldError("after", "malformed", "This is no cursor of this list.");
}

const isPlain = (value: unknown): value is string | number =>
  typeof value === "string" || (typeof value === "number" && Number.isSafeInteger(value));
