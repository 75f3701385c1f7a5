/** Nothing to find there: programs, forms, and answers made for one question. */
const CLOSED = ["/admin/", "/api/", "/search/", "/comments/new/", "/comments/*/report/"];

/** What crawlers may read. A blog without an address of its own is not to be found at all. */
export const robotsText = (origin: string, indexed: boolean): string =>
  indexed
    ? lines([
        "User-agent: *",
        ...CLOSED.map((path) => `Disallow: ${path}`),
        "",
        `Sitemap: ${origin}/sitemap.xml`,
      ])
    : lines(["User-agent: *", "Disallow: /"]);

const lines = (all: readonly string[]): string => all.map((line) => `${line}\n`).join("");
