import type { Element, ElementContent } from "hast";

/** A picture that only the one who pastes can see: its bytes are in the address, or on a disk. */
export interface LoosePicture {
  /** A `data:`, `blob:` or `file:` address. */
  readonly src: string;
  readonly alt: string;
}

/** What tells a shop where somebody came from, and the reader nothing. */
const TRACKING =
  /^(utm_\w+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|twclid|igshid|igsh|mc_[ce]id|_hs(enc|mi)|mkt_tok|vero_id|wt_mc|ref_src|ref_url|si)$/i;

/** An address that may stand in a text, without what follows its reader; null for any other. */
export function cleanAddress(typed: unknown, base: string | undefined): string | null {
  const address = String(typed ?? "").trim();
  const url = address.startsWith("#") ? null : URL.parse(address, base);
  if (!url || !/^(https?|mailto):$/.test(url.protocol)) return null;
  const behind = /(^|\.)google\.[a-z.]+$/.test(url.hostname) && url.pathname === "/url";
  const target = behind ? (url.searchParams.get("q") ?? url.searchParams.get("url")) : null;
  if (target && /^https?:/.test(target)) return cleanAddress(target, base);
  const followed = [...url.searchParams.keys()].filter((name) => TRACKING.test(name));
  for (const name of followed) url.searchParams.delete(name);
  return followed.length > 0 || !/^[a-z]+:[^\s<>"]*$/i.test(address) ? url.href : address;
}

/** A link without an address is its words. */
export function cleanLink(node: Element, base: string | undefined): ElementContent[] {
  const href = cleanAddress(node.properties["href"], base);
  if (href === null) return node.children;
  node.properties = { href };
  return [node];
}

/** Pictures of the web stay; those that nobody else can see leave, and are put down for whoever may store them. */
export function cleanPicture(
  node: Element,
  base: string | undefined,
  loose: LoosePicture[],
): ElementContent[] {
  const { src, dataSrc, width, height, alt } = node.properties;
  if (isSmall(width) && isSmall(height)) return [];
  const typed = String((String(src ?? "").startsWith("data:") && dataSrc) || (src ?? "")).trim();
  const words = String(alt ?? "").trim();
  if (/^(data:image\/|blob:|file:)/i.test(typed)) {
    loose.push({ src: typed, alt: words });
    return [];
  }
  const address = cleanAddress(typed, base);
  if (!address || address.startsWith("mailto:")) return [];
  node.properties = { src: address, alt: words };
  return [node];
}

/** Pictures of a pixel count readers. */
const isSmall = (size: unknown): boolean =>
  size !== undefined && size !== null && size !== "" && Number(size) <= 2;
