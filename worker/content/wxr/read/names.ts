import { fromHtml } from "hast-util-from-html";
import { cleanText } from "../../text.ts";
import { textOf } from "../../tree.ts";

const MAX_SLUG_CHARS = 120;

/** The words of a title or a name in which WordPress kept markup and entities. */
export function plainText(html: string): string {
  const plain = /[<&]/.test(html) ? textOf(fromHtml(html, { fragment: true })) : html;
  return cleanText(plain).replace(/\s+/g, " ").trim();
}

/** A slug as WordPress stores it, percent-encoded outside ASCII: it stays, but for what no path should have. */
export function decodeSlug(slug: string): string {
  return cleanText(decode(slug.trim()))
    .replace(/[^\p{L}\p{M}\p{N}_]+/gu, "-")
    .slice(0, MAX_SLUG_CHARS)
    .replace(/^-+|-+$/g, "")
    .toWellFormed();
}

function decode(slug: string): string {
  try {
    return decodeURIComponent(slug);
  } catch {
    return slug;
  }
}

/** Hexadecimal digits that are always the same for the same words; stands in for an id that an export lacks. */
export async function fingerprint(words: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(words));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** A guid for a post without one: the same each time that the export is read. */
export async function stableGuid(words: string): Promise<string> {
  const hex = await fingerprint(words);
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
  ];
  return `urn:uuid:${[...parts, hex.slice(20, 32)].join("-")}`;
}
