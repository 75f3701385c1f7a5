import { wordsOf } from "../../i18n/words.ts";
import type { BlogrollLink, InterfaceLang } from "../../model.ts";
import { hostOf, relOf } from "../outside-link.ts";

interface Props {
  readonly lang: InterfaceLang;
  readonly links: readonly BlogrollLink[];
}

/** Other people's blogs, as the owner recommends them. */
export const BlogrollBlock = ({ lang, links }: Props) => (
  <section class="block">
    <h2>{wordsOf(lang).blogroll}</h2>
    <BlogrollLinks links={links} />
  </section>
);

/** The links alone. An address that is not http or https is printed as text. */
export const BlogrollLinks = ({ links }: Pick<Props, "links">) => (
  <ul>
    {links.map(({ title, url, description }) => (
      <li key={url}>
        {relOf(url, "") === null ? title : <a href={url}>{title || hostOf(url)}</a>}
        {description && <small class="below">{description}</small>}
      </li>
    ))}
  </ul>
);
