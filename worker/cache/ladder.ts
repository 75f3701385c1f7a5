import { type CountText, compose, sharedBy, sharedWith, type WholePage } from "./compose.ts";
import { type CachedPage, isFresh, isLastGood } from "./entry.ts";
import type { Isolate, KnownSite } from "./isolate.ts";
import { findPage, findSite, type Kv } from "./kv.ts";
import type { Fragment } from "./site-entry.ts";
import { type Clock, inTurn, within } from "./waiting.ts";

/** Milliseconds that a reader waits for D1. */
export const D1_MS = 1_500;

/** A page that was made from D1 just now, with the sidebar of the same batch. */
export interface FreshPage extends CachedPage {
  readonly sidebar: Fragment;
}

/** What the renderer gives: a page that may be kept, or an answer that may not (a redirect, an error). */
export type Rendered<Other> =
  | { readonly page: FreshPage }
  | { readonly other: Other; readonly seq: number };

/** What the ladder stands on; `Other` is an answer that is not for keeping. */
export interface Rungs<Other> extends Clock {
  readonly kv: Kv;
  readonly build: string;
  /** Milliseconds that the isolate goes by one site entry. */
  readonly siteMs: number;
  /** Renders the page from D1: from any replica, or from the primary. Rejects while D1 does not answer. */
  readonly render: (from: "replica" | "primary") => Promise<Rendered<Other>>;
  readonly countText: CountText;
  /** Asks the consumer to store this page. */
  readonly admit: () => void;
}

/** From which rung an answer came. */
export type Source = "hot" | "kv" | "render" | "stale";

export type Climbed<Other> =
  | { readonly source: Source; readonly page: WholePage }
  | { readonly source: "none"; readonly other: Other };

/**
 * From an address to its page: the isolate's memory, then KV, then D1; and while D1 does not answer, the last good copy.
 * Rejects as `render` does where there is none.
 */
export async function climb<Other>(
  key: string,
  rungs: Rungs<Other>,
  isolate: Isolate,
): Promise<Climbed<Other>> {
  const find = (): Climbed<Other> | null => {
    const page = isolate.findHot(key, rungs.now());
    return page && { source: "hot", page };
  };
  return find() ?? inTurn(isolate, rungs, key, { find, work: () => climbOn(key, rungs, isolate) });
}

async function climbOn<Other>(
  key: string,
  rungs: Rungs<Other>,
  isolate: Isolate,
): Promise<Climbed<Other>> {
  const site = await knowSite(rungs, isolate);
  const keep = (source: Source, page: WholePage, wanted = true): Climbed<Other> => {
    if (wanted) isolate.keepHot(key, page, site.until);
    return { source, page };
  };
  const look = () => findPage(rungs.kv, rungs, key);
  const stored = site.usable ? await look() : undefined;
  if (stored && site.usable && isFresh(stored, site.usable, rungs.now()))
    return keep(
      "kv",
      compose(stored, sharedBy(site.usable), rungs.countText),
      isolate.isWanted(key),
    );
  try {
    const rendered = await within(rungs, D1_MS, renderNewest(rungs, site));
    if ("other" in rendered) return { source: "none", other: rendered.other };
    if (rendered.page.generation === site.usable?.generation)
      askForAdmission(key, rungs, isolate, site);
    const { sidebar, ...page } = rendered.page;
    return keep("render", compose(page, sharedWith(sidebar), rungs.countText));
  } catch (error) {
    const { known } = site;
    const copy = stored === undefined && known ? await look() : stored;
    if (!known || !copy || !isLastGood(copy, known, rungs.now())) throw error;
    return keep("stale", compose(copy, sharedBy(known), rungs.countText));
  }
}

/** A replica may be behind what the site entry has seen already; then the primary is asked. */
async function renderNewest<Other>(
  rungs: Rungs<Other>,
  { known }: KnownSite,
): Promise<Rendered<Other>> {
  const rendered = await rungs.render("replica");
  const seq = "page" in rendered ? rendered.page.seq : rendered.seq;
  return seq < (known?.seq ?? 0) ? rungs.render("primary") : rendered;
}

function askForAdmission<Other>(
  key: string,
  rungs: Rungs<Other>,
  isolate: Isolate,
  { usable }: KnownSite,
): void {
  const now = rungs.now();
  // Without a site entry nothing that is stored would be fresh.
  if (!usable || usable.spentOn === new Date(now).toISOString().slice(0, 10)) return;
  if (isolate.missed(key, now)) rungs.admit();
}

/** The site entry as the isolate knows it, or as KV gives it now. */
async function knowSite<Other>(rungs: Rungs<Other>, isolate: Isolate): Promise<KnownSite> {
  const find = () => (isolate.site && rungs.now() < isolate.site.until ? isolate.site : null);
  const work = async () => {
    const { build, siteMs } = rungs;
    isolate.site = await findSite(rungs.kv, rungs, { build, siteMs, last: isolate.site });
    return isolate.site;
  };
  return find() ?? inTurn(isolate, rungs, "", { find, work });
}
