import type { ComponentChildren } from "preact";
import { permalink } from "../addresses.ts";
import { langAttributes, wordsOf } from "../i18n/words.ts";
import type { PostSummary, Site } from "../model.ts";
import { authorPath, categoryPath, tagPath } from "./paths.ts";
import { Slot } from "./slot.tsx";
import { TermLinks } from "./term-links.tsx";
import { Time } from "./time.tsx";

interface Props {
  readonly site: Site;
  readonly post: PostSummary;
}

/** What stands above a post: its categories, its title, and who wrote it when. */
export const PostHead = ({ site, post, children }: Props & { children: ComponentChildren }) => (
  <header class="post-head">
    {(post.sticky || post.categories.length > 0) && (
      <p class="kicker" {...langAttributes(site.lang, post.lang)}>
        {post.sticky && <b class="badge">{wordsOf(site.lang).sticky}</b>}
        <TermLinks terms={post.categories} pathOf={categoryPath} class="p-category" />
      </p>
    )}
    {children}
    <PostMeta site={site} post={post} />
  </header>
);

/** The tags of a post, below it. */
export const PostTags = ({ site, post }: Props) =>
  post.tags.length === 0 ? null : (
    <p class="post-tags" {...langAttributes(site.lang, post.lang)}>
      <span>{wordsOf(site.lang).tags}:</span>{" "}
      <TermLinks terms={post.tags} pathOf={tagPath} class="p-category" rel="tag" />
    </p>
  );

/** Minutes, at 200 words each. */
const readingMinutes = (words: number): number => Math.max(1, Math.ceil(words / 200));

function PostMeta({ site, post }: Props) {
  const words = wordsOf(site.lang);
  return (
    <p class="meta" {...langAttributes(site.lang, post.lang)}>
      <span>
        {words.by}{" "}
        <a class="p-author h-card" rel="author" href={permalink(authorPath(post.author.slug))}>
          {post.author.name}
        </a>
      </span>{" "}
      <Time
        time={post.publishedAt}
        lang={post.lang}
        around={site.lang}
        timeZone={site.timeZone}
        published
      />{" "}
      <span>{words.readingTime(readingMinutes(post.words))}</span>{" "}
      <a href={`${permalink(post.path)}#comments`}>
        <Slot name={{ kind: "count", postId: post.id, count: post.commentCount }}>
          {words.comments(post.commentCount)}
        </Slot>
      </a>
    </p>
  );
}
