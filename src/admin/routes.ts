import type { Capability } from "../admin-api/roles.ts";
import type { Page, Place } from "./place.ts";

export type Params = Readonly<Record<string, string>>;

export interface Found {
  readonly place: Place;
  readonly params: Params;
}

/** The place of a path, the first that fits; `:name` in its path is one segment. */
export function findPlace(places: readonly Place[], pathname: string): Found | null {
  const segments = segmentsOf(pathname);
  for (const place of places) {
    const params = paramsOf(segmentsOf(place.path), segments);
    if (params) return { place, params };
  }
  return null;
}

const segmentsOf = (path: string): string[] => path.split("/").filter((segment) => segment !== "");

function paramsOf(pattern: readonly string[], segments: readonly string[]): Params | null {
  if (pattern.length !== segments.length) return null;
  const params: Record<string, string> = {};
  for (const [at, part] of pattern.entries()) {
    const segment = segments[at] ?? "";
    if (part.startsWith(":")) params[part.slice(1)] = segment;
    else if (part !== segment) return null;
  }
  return params;
}

/** Whether somebody with these rights may go there. */
export const isOpen = ({ can }: Place, rights: readonly Capability[]): boolean =>
  can === null || rights.includes(can);

const loaded = new Map<Place, Page>();

/** The page of a place, if it is loaded already. */
export const pageAtHand = (place: Place): Page | null => loaded.get(place) ?? null;

/** The page of a place; a chunk that does not come is asked for anew next time. */
export async function loadPage(place: Place): Promise<Page> {
  const page = loaded.get(place) ?? (await place.load());
  loaded.set(place, page);
  return page;
}
