import type { VNode } from "preact";
import { renderToString } from "preact-render-to-string";
import { type Assets, AssetsContext } from "../../src/components/assets.ts";
import type { Site, UtcTime } from "../../src/model.ts";
import type { Bytes, Slot } from "../cache/entry.ts";
import type { Reader } from "../db/read/reader.ts";
import type { AdminRoute } from "./admin/route.ts";
import { css, cssHash, loader, talkCss } from "./build.ts";
import { Marks } from "./cut.ts";
import type { Limit } from "./limits.ts";
import type { VisitorRoute } from "./visitors/route.ts";

/** What a public handler may know: the database and the blog's own address. No header, no cookie, no clock. */
export interface PublicContext {
  readonly reader: Reader;
  /** "https://blog.example" */
  readonly origin: string;
  /** False while the blog has no address of its own. */
  readonly indexed: boolean;
  /** The bucket's own address; empty: below /media/. */
  readonly mediaOrigin?: string;
}

/** The names of the path and of the query, checked: `page` is a number from 1, the rest are decoded text. */
export interface Params {
  readonly path: string;
  readonly page: number;
  readonly [name: string]: string | number;
}

/** A function of the address and the database: asks, decides, answers. */
export type PublicHandler = (params: Params, context: PublicContext) => Promise<Answer>;

/** Everything a public answer may say: no handler can set a cookie, or a header of its own. */
export interface Answer {
  readonly status: number;
  /** Without what stands in its slots. */
  readonly body: Bytes;
  readonly slots: readonly Slot[];
  readonly type: string;
  /** Hash of the CSS in it; empty without any. */
  readonly csp: string;
  /** Tags of the changes that make it stale, beside those of the whole blog. */
  readonly shows: readonly string[];
  /** Address of a redirect. */
  readonly location?: string;
  /** Seconds after which an error may be over. */
  readonly wait?: number | undefined;
  /** When the newest part of what is shown changed; left out where the handler does not know it. */
  readonly lastModified?: UtcTime | undefined;
}

/** An address that a handler answers. `cached` says what the answer may become: a page, feed or file for everybody. */
interface CachedRoute {
  readonly path: string;
  readonly handler: PublicHandler;
  readonly cached: "page" | "feed" | "file";
}

export type PublicRoute = CachedRoute | OnceRoute;

/** An address, and who answers it. */
export type Route =
  | PublicRoute
  | VisitorRoute
  | AdminRoute
  | { readonly path: string; readonly media: true };

/** What is left of a request: its row, what the address says, and the path in its normal form, percent-encoded. */
export interface CanonicalRequest<Of extends Route = PublicRoute> {
  readonly route: Of;
  readonly params: Params;
  readonly path: string;
}

/** An address whose answer is made for one question and never stored. */
export interface OnceRoute {
  readonly path: string;
  readonly handler: PublicHandler;
  readonly cached: "never";
  /** Names of the query that the handler gets, each as a parameter with its first value. */
  readonly query: readonly string[];
  readonly limit: Limit;
}

/** The canonical request, or the better address of the same page. */
export type Match = CanonicalRequest<Route> | { readonly redirect: string };

/** The site as pages take it; known after the handler's batch. */
export const siteOf = ({ reader, origin, indexed, mediaOrigin = "" }: PublicContext): Site => {
  if (!reader.site) throw new Error("The site row comes with the first batch");
  return { ...reader.site, origin, indexed: indexed && reader.site.imprint, mediaOrigin };
};

/** A page, and the tags of what it shows. */
export const page = (vnode: VNode, shows: readonly string[], status = 200): Answer =>
  pageWith({ css, talkCss, loader }, vnode, { shows, status });

/** A page for once that runs no script. */
export const stillPage = (vnode: VNode): Answer =>
  pageWith({ css, talkCss }, vnode, { shows: [], status: 200 });

function pageWith(
  files: Assets,
  vnode: VNode,
  { shows, status }: Pick<Answer, "shows" | "status">,
): Answer {
  const marks = new Marks();
  const assets = { ...files, mark: marks.mark };
  const html = renderToString(
    <AssetsContext.Provider value={assets}>{vnode}</AssetsContext.Provider>,
  );
  return {
    ...{ status, shows, type: "text/html; charset=utf-8", csp: cssHash },
    ...marks.cut(`<!doctype html>${html}`),
  };
}

/** A file for programs: a feed, a sitemap. */
export const file = (
  text: string,
  type: string,
  shows: readonly string[],
  lastModified?: UtcTime,
): Answer => ({
  ...{ status: 200, type: `${type}; charset=utf-8`, csp: "", slots: [] },
  ...{ body: new TextEncoder().encode(text), shows, lastModified },
});

/** The last of some times; none of none. */
export const newestOf = (times: readonly UtcTime[]): UtcTime | undefined =>
  [...times].sort().at(-1);

export const redirect = (location: string, status: 301 | 302 | 303 | 308 = 308): Answer => ({
  ...{ status, type: "text/plain; charset=utf-8", csp: "", slots: [] },
  ...{ body: new Uint8Array(), shows: [], location },
});
