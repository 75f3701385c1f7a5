import { slugify } from "../../slug.ts";
import { decodeSlug, plainText } from "./names.ts";
import type { XmlNode } from "./reader.ts";

/** A tag or a category, wherever the export names it. */
export interface WxrTerm {
  readonly domain: "tag" | "category";
  readonly slug: string;
  readonly name: string;
  readonly parent: string | null;
  readonly description: string;
}

export interface WxrAuthor {
  readonly id: string;
  readonly login: string;
  readonly email: string;
  readonly name: string;
}

/** A child of `<item>` or `<wp:comment>` by its name; "" when it is missing. */
export type Fields = (name: string) => string;

export function fieldsOf(node: XmlNode): Fields {
  const texts = new Map<string, string>();
  for (const child of node.children) if (!texts.has(child.name)) texts.set(child.name, child.text);
  return (name) => texts.get(name) ?? "";
}

export function readAuthor(node: XmlNode): WxrAuthor {
  const field = fieldsOf(node);
  const login = field("wp:author_login").trim();
  return {
    id: field("wp:author_id").trim(),
    login,
    email: field("wp:author_email").trim(),
    name: plainText(field("wp:author_display_name")) || nameOfLogin(login),
  };
}

/** An e-mail address is never shown, not even as a name. */
export const nameOfLogin = (login: string): string => plainText(login.split("@")[0] ?? "");

/** Of `<wp:category>`, `<wp:tag>` and `<wp:term>`; null for other taxonomies. */
export function readTerm(node: XmlNode): WxrTerm | null {
  const field = fieldsOf(node);
  const taxonomy = node.name === "wp:term" ? field("wp:term_taxonomy").trim() : node.name.slice(3);
  const domain = domainOf(taxonomy);
  if (!domain) return null;
  const name = field("wp:cat_name") || field("wp:tag_name") || field("wp:term_name");
  const slug = field("wp:category_nicename") || field("wp:tag_slug") || field("wp:term_slug");
  const parent = field("wp:category_parent") || field("wp:term_parent");
  const about = field("wp:category_description") || field("wp:term_description");
  return makeTerm(domain, slug, name, decodeSlug(parent) || null, plainText(about));
}

/** The tags and categories that an item carries. WXR 1.0 names categories a second time, without a domain. */
export function termsOf(item: XmlNode): WxrTerm[] {
  const nodes = item.children.filter(({ name }) => name === "category");
  const named = nodes.some(({ attributes }) => attributes["domain"]);
  const terms = new Map<string, WxrTerm>();
  for (const { attributes, text } of nodes) {
    const domain = domainOf(attributes["domain"] ?? (named ? "" : "category"));
    const term = domain && makeTerm(domain, attributes["nicename"] ?? "", text);
    if (term) terms.set(`${term.domain}:${term.slug}`, term);
  }
  return [...terms.values()];
}

/** Private notes of WordPress beside a post, by key. */
export function metaOf(item: XmlNode, key: string): string {
  for (const node of item.children) {
    if (node.name !== "wp:postmeta") continue;
    const field = fieldsOf(node);
    if (field("wp:meta_key") === key) return field("wp:meta_value");
  }
  return "";
}

const domainOf = (taxonomy: string): WxrTerm["domain"] | null => {
  if (taxonomy === "category") return "category";
  return taxonomy === "post_tag" || taxonomy === "tag" ? "tag" : null;
};

function makeTerm(
  domain: WxrTerm["domain"],
  nicename: string,
  words: string,
  parent: string | null = null,
  description = "",
): WxrTerm | null {
  const name = plainText(words) || nicename;
  const slug = decodeSlug(nicename) || slugify(name);
  return slug ? { domain, slug, name, parent: parent === slug ? null : parent, description } : null;
}
