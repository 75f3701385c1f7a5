import { webUrl } from "../urls.ts";
import type { CommentInput } from "./parse.ts";

/** What the rules and the judge look at; a comment that is edited has these as well. */
export type JudgedText = Pick<CommentInput, "name" | "url" | "text">;

/** Addresses in a text, however they are written, each as often as it stands there. */
export function addressesIn(text: string): { readonly url: string; readonly chars: number }[] {
  const found: { url: string; chars: number }[] = [];
  for (const { 0: address } of text.matchAll(ADDRESS)) {
    const url = webUrl(/^www/i.test(address) ? `http://${address}` : address);
    if (url) found.push({ url, chars: address.length });
  }
  return found;
}

/** How many links a comment shows. Where the words of a link are its address again, it is one. */
export const countLinks = (text: string): number =>
  addressesIn(text.replace(/\[\s*(?:https?:\/\/|www\.)[^\s\]]*\s*\](?=\()/gi, "[")).length;

/** The hosts that a comment leads to, its website included, without www. */
export function hostsOf({ url, text }: JudgedText): string[] {
  const urls = addressesIn(text).map((address) => address.url);
  const hosts = [...urls, ...(url ? [url] : [])].map(
    (address) => URL.parse(address)?.hostname ?? "",
  );
  return [...new Set(hosts.map((host) => host.replace(/^www\./, "")).filter(Boolean))];
}

const ADDRESS = /(?:https?:\/\/|\bwww\.)[^\s<>"'“”«»\])[]+/gi;
