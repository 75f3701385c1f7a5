import { permalink } from "../../src/addresses.ts";
import type { Path, UtcTime } from "../../src/model.ts";
import { escapeText } from "./xml.ts";

/** An address of the sitemap, and when what stands there changed. */
export interface Place {
  readonly path: Path;
  readonly updatedAt: UtcTime;
}

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
const NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';

/** A file of addresses: sitemaps.org/protocol.html. */
export const urlSet = (origin: string, places: readonly Place[]): string =>
  `${HEAD}<urlset ${NAMESPACE}>${places.map((place) => urlOf(origin, place)).join("")}</urlset>\n`;

/** A file of files, for a blog that needs more than one. */
export const sitemapIndex = (origin: string, files: number): string => {
  const places = Array.from({ length: files }, (_, at) => `/sitemap-${at + 1}.xml`);
  const maps = places.map((path) => `<sitemap>${locOf(origin, path)}</sitemap>`);
  return `${HEAD}<sitemapindex ${NAMESPACE}>${maps.join("")}</sitemapindex>\n`;
};

const urlOf = (origin: string, { path, updatedAt }: Place): string =>
  `<url>${locOf(origin, path)}<lastmod>${updatedAt}</lastmod></url>`;

const locOf = (origin: string, path: Path): string =>
  `<loc>${escapeText(permalink(path, origin))}</loc>`;
