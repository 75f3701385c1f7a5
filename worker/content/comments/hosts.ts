/** Hosts that a rendered comment and its writer's website lead to, each once. Its HTML is our own: a link looks one way. */
export function hostsIn(html: string, website: string | null): string[] {
  const links = [...html.matchAll(/<a href="([^"]+)"/g)].map(([, href = ""]) =>
    href.replaceAll("&amp;", "&"),
  );
  const urls = [...links, ...(website ? [website] : [])].map((address) => URL.parse(address));
  return [...new Set(urls.flatMap((url) => (url ? url.hostname.replace(/^www\./, "") : [])))];
}
