/**
 * The `rel` of a link that a visitor gave: nothing for our own pages, null if it is no
 * address at all. A path of this blog stands for one of its own.
 */
export function relOf(url: string | null, origin: string): string | undefined | null {
  if (url?.startsWith("/") && !/^\/[/\\]/.test(url)) return undefined;
  if (url === null || !/^https?:\/\//i.test(url)) return null;
  return url === origin || url.startsWith(`${origin}/`) ? undefined : "nofollow ugc";
}

/** The host of an address, for the eye; the address itself if it has none. */
export const hostOf = (url: string): string => URL.parse(url)?.host || url;
