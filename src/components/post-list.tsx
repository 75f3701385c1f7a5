import { permalink } from "../addresses.ts";
import { langAttributes, wordsOf } from "../i18n/words.ts";
import type { ListPage, Path, PostSummary, Site } from "../model.ts";
import { Pager } from "./pager.tsx";
import { listPagePath } from "./paths.ts";
import { PostHead, PostTags } from "./post-head.tsx";
import { Rendered } from "./rendered.tsx";

interface Props {
  readonly site: Site;
  readonly list: ListPage;
  /** The path of the list's first page. */
  readonly path: Path;
}

/** Posts one below the other, each up to its `<!--more-->`, and the way to older ones. */
export const PostList = ({ site, list, path }: Props) => (
  <>
    {list.posts.length === 0 && <p class="empty">{wordsOf(site.lang).noPosts}</p>}
    {list.posts.map((post) => (
      <ListedPost key={post.path} site={site} post={post} />
    ))}
    <Pager
      lang={site.lang}
      page={list.page}
      pages={list.pages}
      pathOf={(page) => listPagePath(path, page)}
    />
  </>
);

function ListedPost({ site, post }: { site: Site; post: PostSummary }) {
  const words = wordsOf(site.lang);
  const href = permalink(post.path);
  return (
    <article class="post h-entry" {...langAttributes(post.lang, site.lang)}>
      <PostHead site={site} post={post}>
        <h2 class="p-name">
          <a class="u-url u-uid" href={href}>
            {post.title || words.untitled}
          </a>
        </h2>
      </PostHead>
      <Rendered
        mediaOrigin={site.mediaOrigin}
        html={post.lead}
        class={post.more ? "prose p-summary" : "prose e-content"}
      />
      {post.more && (
        <p class="read-on" {...langAttributes(site.lang, post.lang)}>
          <a href={href}>
            {words.readOn}
            <span class="only-heard">: {post.title}</span>
          </a>
        </p>
      )}
      <PostTags site={site} post={post} />
    </article>
  );
}
