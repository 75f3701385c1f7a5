import type { InterfaceLang, Site } from "../../../src/model.ts";
import { parseSiteEntry, SITE_KEY } from "../../cache/site-entry.ts";
import { storedSite } from "../../db/read/reader.ts";
import type { Visitor } from "./route.ts";

/** The blog as far as it is known: without its database, its language at least, which KV remembers. */
export async function siteAnyway({ reader, env, origin, indexed }: Visitor): Promise<Site> {
  if (!reader.site) await reader.batch([]).catch(() => []);
  const stored = reader.site;
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
