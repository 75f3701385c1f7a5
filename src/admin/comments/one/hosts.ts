import type { QueuedComment } from "../../../admin-api/comments.ts";

/** Hosts that are offered for a ban. */
const MOST = 3;

/** The address as a link may have it: http or https; null for anything else. */
export function webAddress(url: string | null): URL | null {
  const parsed = url === null ? null : URL.parse(url);
  return parsed && /^https?:$/.test(parsed.protocol) ? parsed : null;
}

/** Where a comment links to: by its website, and in its text. */
export function hostsIn({ url, text }: Pick<QueuedComment, "url" | "text">): string[] {
  const written = text.match(/https?:\/\/[^\s<>()[\]"']+/gi) ?? [];
  const hosts = [url, ...written].flatMap((address) => webAddress(address)?.hostname ?? []);
  return [...new Set(hosts)].slice(0, MOST);
}
