import { renderToString } from "preact-render-to-string";
import { Sidebar } from "../../src/components/sidebar/sidebar.tsx";
import { wordsOf } from "../../src/i18n/words.ts";
import type { InterfaceLang, Site, UtcTime } from "../../src/model.ts";
import { ErrorPage } from "../../src/pages/error-page.tsx";
import { compose, sharedWith, type WholePage } from "../cache/compose.ts";
import { hashOf } from "../cache/hash.ts";
import type { FreshPage, Rendered } from "../cache/ladder.ts";
import { type Fragment, NO_FRAGMENT } from "../cache/site-entry.ts";
import { pageTags } from "../cache/tags.ts";
import { storedSite } from "../db/read/reader.ts";
import { BlogError } from "../errors.ts";
import { type Answer, type CanonicalRequest, type PublicContext, page } from "./answers.tsx";

/** An answer that is not kept: a redirect, an error, a page that is for once. */
export interface OtherAnswer extends WholePage {
  readonly status: number;
  readonly location?: string | undefined;
  readonly wait?: number | undefined;
}

/** What is rendered, from where, and when. */
export interface Rendering {
  readonly context: PublicContext;
  readonly build: string;
  /** Milliseconds. */
  readonly now: number;
}

/** Asks the handler of a public address. A BlogError becomes its page; a database that does not answer rejects. */
export async function render(
  { route, params }: CanonicalRequest,
  rendering: Rendering,
): Promise<Rendered<OtherAnswer>> {
  const { context } = rendering;
  const answer = await route.handler(params, context).catch((error) => errorPage(error, context));
  const made = await toPage(answer, rendering);
  const { seq } = context.reader;
  if (answer.status === 200 && route.cached !== "never") return { page: made };
  return { other: whole(answer, made), seq };
}

/** The page of an error that is for people; any other goes on. */
export function errorPage(
  error: unknown,
  { reader, origin, indexed }: Pick<PublicContext, "reader" | "origin" | "indexed">,
): Answer {
  if (!(error instanceof BlogError)) throw error;
  const site = reader.site && { ...reader.site, origin, indexed };
  return page(<ErrorPage site={site} status={error.status} />, [], error.status);
}

async function toPage(
  { body, slots, type, csp, lastModified, shows }: Answer,
  { context: { reader }, build, now }: Rendering,
): Promise<FreshPage> {
  const { seq, generation, changedAt, site } = reader;
  return {
    ...{ build, generation, seq, renderedAt: now, tags: pageTags(shows) },
    ...{
      etag: await hashOf(body),
      csp: withTheme(csp, site?.theme),
      type,
      modified: lastModified ? latest(lastModified, changedAt) : null,
      slots,
      body,
    },
    sidebar: site ? await sidebarOf(site) : NO_FRAGMENT,
  };
}

/** Only pages have a style, and with it the owner's colours. */
const withTheme = (csp: string, theme?: Site["theme"]): string =>
  csp && theme ? `${csp}' '${theme.hash}` : csp;

/** A page changes also by what leaves it, which has no date of its own: the newest change is as late as that can be. */
const latest = (shown: UtcTime, changed: UtcTime | ""): UtcTime =>
  changed > shown ? changed : shown;

/** An answer that is not kept is filled at once. */
const whole = (
  { status, location, wait }: Answer,
  { sidebar, ...made }: FreshPage,
): OtherAnswer => ({
  ...{ status, location, wait },
  ...compose(made, sharedWith(sidebar), countText),
});

/** The answer of an error that no handler could make a page of. */
export async function wholeAnswer(answer: Answer, rendering: Rendering): Promise<OtherAnswer> {
  return whole(answer, await toPage(answer, rendering));
}

/** A number of comments in the blog's words, as HTML. */
export const countText = (count: number, lang: InterfaceLang): string =>
  wordsOf(lang).comments(count);

/** The sidebar of all pages. */
export async function sidebarOf(site: Pick<Site, "lang" | "sidebar">): Promise<Fragment> {
  const html = renderToString(<Sidebar site={site} />);
  const etag = (await hashOf(new TextEncoder().encode(html))).slice(0, 12);
  return { html, etag, lang: site.lang };
}

/** The sidebar of a site row. */
export const fragmentOf = (json: string | null): Promise<Fragment> => sidebarOf(storedSite(json));
