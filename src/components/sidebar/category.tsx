import { permalink } from "../../addresses.ts";
import { wordsOf } from "../../i18n/words.ts";
import type { InterfaceLang, SiteLink } from "../../model.ts";
import { categoryPath } from "../paths.ts";

interface Props {
  readonly lang: InterfaceLang;
  readonly title: string;
  readonly slug: string;
  readonly posts: readonly SiteLink[];
}

/** The newest of one category, under a title of its own: a named column of the blog. */
export const CategoryBlock = ({ lang, title, slug, posts }: Props) => (
  <section class="block">
    <h2>
      <a href={permalink(categoryPath(slug))}>{title}</a>
    </h2>
    <ul>
      {posts.map((post) => (
        <li key={post.path}>
          <a href={permalink(post.path)}>{post.title || wordsOf(lang).untitled}</a>
        </li>
      ))}
    </ul>
  </section>
);
