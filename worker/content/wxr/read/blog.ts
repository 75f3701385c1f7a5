import type { InterfaceLang, UtcTime } from "../../../../src/model.ts";
import { parseRss } from "../../clocks.ts";
import { webUrl } from "../../urls.ts";
import { plainText } from "./names.ts";

/** The blog that an export came from. */
export interface OldBlog {
  readonly title: string;
  readonly tagline: string;
  /** Its address, without a slash at the end. */
  readonly url: string;
  /** BCP 47. */
  readonly lang: string;
  readonly exportedAt: UtcTime | null;
  /** Hosts that were the blog's own, without "www.". */
  readonly hosts: ReadonlySet<string>;
}

/** Puts the blog together from what stands in the channel beside its items. */
export function readBlog(
  channel: ReadonlyMap<string, string>,
  fileHosts: Iterable<string>,
): OldBlog {
  const field = (name: string) => channel.get(name)?.trim() ?? "";
  const addresses = [field("wp:base_blog_url"), field("link"), field("wp:base_site_url")]
    .map(webUrl)
    .filter((url) => url !== null);
  const url = (addresses[0] ?? "http://old-blog.invalid").replace(/\/+$/, "");
  // The site of a multisite network may be everybody's: wordpress.com.
  const own = addresses.slice(0, 2).map((address) => bareHost(new URL(address)));
  return {
    title: plainText(field("title")),
    tagline: plainText(field("description")),
    url,
    lang: readLanguage(field("language")),
    exportedAt: parseRss(field("pubDate")),
    hosts: new Set([...own, ...fileHosts]),
  };
}

export const bareHost = (url: URL): string => url.hostname.replace(/^www\./, "");

/** The interface speaks German or English. */
export const interfaceLang = (lang: string): InterfaceLang =>
  lang.toLowerCase().startsWith("de") ? "de" : "en";

function readLanguage(language: string): string {
  try {
    return Intl.getCanonicalLocales(language.replace("_", "-"))[0] ?? "en";
  } catch {
    return "en";
  }
}
