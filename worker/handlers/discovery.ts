import { findSitemap, listSitemapFile, PLACES_PER_FILE } from "../db/read/sitemap.ts";
import { BlogError } from "../errors.ts";
import { robotsText } from "../feeds/robots.ts";
import { sitemapIndex, urlSet } from "../feeds/sitemap.ts";
import { file, newestOf, type PublicHandler } from "./answers.tsx";

const XML = "application/xml";
const SHOWN = ["sitemap"];

/** All addresses, or the files that hold them. */
export const showSitemap: PublicHandler = async (_params, { reader, origin }) => {
  const { total, places } = await findSitemap(reader);
  const files = Math.ceil(total / PLACES_PER_FILE);
  if (files > 1) return file(sitemapIndex(origin, files), XML, SHOWN);
  return file(
    urlSet(origin, places),
    XML,
    SHOWN,
    newestOf(places.map(({ updatedAt }) => updatedAt)),
  );
};

export const showSitemapFile: PublicHandler = async ({ file: number }, { reader, origin }) => {
  const places = await listSitemapFile(reader, Number(number));
  if (places.length === 0) throw new BlogError("missing", "There are fewer addresses");
  return file(
    urlSet(origin, places),
    XML,
    SHOWN,
    newestOf(places.map(({ updatedAt }) => updatedAt)),
  );
};

export const showRobots: PublicHandler = async (_params, { origin, indexed }) =>
  file(robotsText(origin, indexed), "text/plain", []);
