import { permalink } from "../addresses.ts";
import { wordsOf } from "../i18n/words.ts";
import type { Post, Site } from "../model.ts";

/** The title of the post on its own page, and its address for machines. */
export const PostTitle = ({ site, post }: { site: Site; post: Post }) => (
  <h1>
    <a class="p-name u-url u-uid" href={permalink(post.path)}>
      {post.title || wordsOf(site.lang).untitled}
    </a>
  </h1>
);
