/** Hosts that a rendered comment links to, each once. Its HTML is our own, so that a link looks one way. */
export const hostsIn = (html: string): string[] => [
  ...new Set(
    [...html.matchAll(/<a href="([^"]+)"/g)].flatMap(([, href = ""]) => {
      const url = URL.parse(href.replaceAll("&amp;", "&"));
      return url ? url.hostname.replace(/^www\./, "") : [];
    }),
  ),
];
