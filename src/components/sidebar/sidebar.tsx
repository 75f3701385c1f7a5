import { wordsOf } from "../../i18n/words.ts";
import type { SidebarBlock, Site } from "../../model.ts";
import { ArchiveBlock } from "./archive.tsx";
import { BlogrollBlock } from "./blogroll.tsx";
import { CategoriesBlock } from "./categories.tsx";
import { CategoryBlock } from "./category.tsx";
import { CommentsBlock } from "./comments.tsx";
import { FeedsBlock } from "./feeds.tsx";
import { TagsBlock } from "./tags.tsx";
import { TextBlock } from "./text.tsx";

/** The blocks beside the text, in the order the blog's settings give them. */
export const Sidebar = ({ site }: { site: Shown }) =>
  site.sidebar.length === 0 ? null : (
    <aside class="sidebar" aria-label={wordsOf(site.lang).sidebar}>
      {site.sidebar.filter(hasSomething).map((block, place) => (
        <Block key={place} site={site} block={block} />
      ))}
    </aside>
  );

/** The sidebar is the same on every page: it knows of none. */
type Shown = Pick<Site, "lang" | "sidebar">;

/** A title above nothing would only puzzle: a block shows when its list has an entry. */
const hasSomething = (block: SidebarBlock): boolean =>
  Object.values(block).every((value) => !Array.isArray(value) || value.length > 0);

function Block({ site, block }: { site: Shown; block: SidebarBlock }) {
  const { lang } = site;
  switch (block.kind) {
    case "comments":
      return <CommentsBlock lang={lang} {...block} />;
    case "category":
      return <CategoryBlock lang={lang} {...block} />;
    case "categories":
      return <CategoriesBlock lang={lang} {...block} />;
    case "tags":
      return <TagsBlock lang={lang} {...block} />;
    case "archive":
      return <ArchiveBlock lang={lang} {...block} />;
    case "blogroll":
      return <BlogrollBlock lang={lang} {...block} />;
    case "feeds":
      return <FeedsBlock lang={lang} />;
    case "text":
      return <TextBlock {...block} />;
  }
}
