import type { ComponentChildren } from "preact";
import { permalink } from "../addresses.ts";
import { wordsOf } from "../i18n/words.ts";
import type { Path, Site, SiteLink } from "../model.ts";
import { HtmlDocument } from "./document.tsx";
import { FeedDiscovery, type FeedLink } from "./feed-links.tsx";
import { ARCHIVE, FRONT, OPEN_SEARCH, SEARCH, SUBSCRIBE, TAGS } from "./paths.ts";
import { Sidebar } from "./sidebar/sidebar.tsx";
import { Slot } from "./slot.tsx";

interface Props {
  readonly site: Site;
  /** Of the page; none on the front page, which has the blog's. */
  readonly title?: string;
  readonly description?: string;
  /** Its canonical address; null for a page that has none, such as an error. */
  readonly path: Path | null;
  /** Where the text stood first, if that is elsewhere. */
  readonly canonical?: string | null;
  /** The path of a picture that stands for the page. */
  readonly image?: string | undefined;
  /** What OpenGraph calls it. */
  readonly type?: "website" | "article";
  /** Of what this page shows, beside the blog's own. */
  readonly feed?: FeedLink | undefined;
  readonly head?: ComponentChildren;
  readonly children: ComponentChildren;
}

const SIDEBAR = { kind: "sidebar" } as const;

/** What every page has around its text: head, header, sidebar and footer. */
export function Layout({ site, title = "", path, children, ...rest }: Props) {
  const words = wordsOf(site.lang);
  const whole = title ? `${title} · ${site.title}` : site.title;
  const head = <Head site={site} title={title} path={path} {...rest} />;
  return (
    <HtmlDocument
      lang={site.lang}
      title={whole}
      indexed={site.indexed && path !== null}
      head={head}
    >
      <a class="skip" href="#text">
        {words.skip}
      </a>
      <div class="sheet">
        <Header site={site} path={path} />
        <main id="text">{children}</main>
        <Slot name={SIDEBAR}>
          <Sidebar site={site} />
        </Slot>
        <Footer site={site} />
      </div>
    </HtmlDocument>
  );
}

function Head({ site, title, path, ...rest }: Omit<Props, "children">) {
  const { description, type = "website", feed, head, canonical, image } = rest;
  const all = { title: wordsOf(site.lang).feedTitle(site.title), base: FRONT };
  const url = path === null ? null : permalink(path, site.origin);
  return (
    <>
      {description && <meta name="description" content={description} />}
      {url && <link rel="canonical" href={canonical ?? url} />}
      <FeedDiscovery feeds={feed ? [feed, all] : [all]} />
      <link
        rel="search"
        type="application/opensearchdescription+xml"
        href={OPEN_SEARCH}
        title={site.title || undefined}
      />
      {url && (
        <>
          <meta property="og:site_name" content={site.title} />
          <meta property="og:title" content={title || site.title} />
          <meta property="og:type" content={type} />
          <meta property="og:url" content={url} />
          {description && <meta property="og:description" content={description} />}
          {image && <meta property="og:image" content={image} />}
        </>
      )}
      {head}
      {site.theme && <style dangerouslySetInnerHTML={{ __html: site.theme.css }} />}
    </>
  );
}

const Header = ({ site, path }: { site: Site; path: Path | null }) => (
  <header class="site-header">
    <p class="site-title">
      <a href={FRONT} rel="home" aria-current={path === FRONT ? "page" : undefined}>
        {site.title || wordsOf(site.lang).home}
      </a>
    </p>
    {site.tagline && <p class="tagline">{site.tagline}</p>}
    {site.navigation.length > 0 && (
      <nav aria-label={wordsOf(site.lang).navigation}>
        <SiteLinks site={site} links={site.navigation} path={path} />
      </nav>
    )}
  </header>
);

function Footer({ site }: { site: Site }) {
  const words = wordsOf(site.lang);
  const lists = [
    { title: words.archive, path: ARCHIVE },
    { title: words.tags, path: TAGS },
    { title: words.search, path: SEARCH },
    { title: words.subscribe, path: SUBSCRIBE },
  ];
  return (
    <footer class="site-footer">
      <nav aria-label={words.footer}>
        <SiteLinks site={site} links={[...lists, ...site.footer]} path={null} />
      </nav>
    </footer>
  );
}

interface LinksProps {
  readonly site: Site;
  readonly links: readonly SiteLink[];
  readonly path: Path | null;
}

const SiteLinks = ({ site, links, path }: LinksProps) => (
  <ul class="in-line">
    {links.map((link) => (
      <li key={link.path}>
        <a href={permalink(link.path)} aria-current={link.path === path ? "page" : undefined}>
          {link.title || wordsOf(site.lang).untitled}
        </a>
      </li>
    ))}
  </ul>
);
