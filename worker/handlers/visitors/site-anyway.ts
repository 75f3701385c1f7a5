import type { InterfaceLang, Site } from "../../../src/model.ts";
import { parseSiteEntry, SITE_KEY } from "../../cache/site-entry.ts";
import { storedSite } from "../../db/read/reader.ts";
import type { BlogError } from "../../errors.ts";
import type { Visitor } from "./route.ts";

/**
 * The blog as far as it is known: what this isolate remembers, so that who is refused costs nothing; else the database, and
 * without it at least the language, which KV remembers.
 */
export async function siteAnyway(visitor: Visitor, error: BlogError): Promise<Site> {
  const { reader, isolate, env, origin, indexed } = visitor;
  const answers = error.code !== "unavailable";
  if (answers && !reader.site && !isolate.lastSite) await reader.batch([]).catch(() => []);
  const stored = reader.site ?? isolate.lastSite;
  if (stored) return { ...stored, origin, indexed };
  return { ...storedSite(null), lang: await langOf(env.CACHE), origin, indexed };
}

async function langOf(kv: KVNamespace): Promise<InterfaceLang> {
  try {
    return parseSiteEntry(await kv.get(SITE_KEY, "json"))?.sidebar.lang ?? "en";
  } catch {
    return "en";
  }
}
