/** Of a query, what a route knows: the first value of each name, or nothing. Everything else is dropped here. */
export const knownQuery = (names: readonly string[], url: URL): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, url.searchParams.get(name) ?? ""]));

/** The same as the end of an address; empty where nothing was asked. */
export function queryString(known: Readonly<Record<string, string>>): string {
  const asked = Object.entries(known).filter(([, value]) => value !== "");
  return asked.length > 0 ? `?${new URLSearchParams(asked)}` : "";
}
