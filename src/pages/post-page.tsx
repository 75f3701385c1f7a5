import { commentPagePath, permalink } from "../addresses.ts";
import { CoverFigure, mediaAddress } from "../components/cover.tsx";
import { type CommentPage, Discussion } from "../components/discussion/discussion.tsx";
import { JsonLd } from "../components/json-ld.tsx";
import { Layout } from "../components/layout.tsx";
import { Loader } from "../components/loader.tsx";
import { Neighbours } from "../components/neighbours.tsx";
import { PostHead, PostTags } from "../components/post-head.tsx";
import { PostTitle } from "../components/post-title.tsx";
import { Rendered } from "../components/rendered.tsx";
import { langAttributes, wordsOf } from "../i18n/words.ts";
import type { Comment, Post, Site, SiteLink } from "../model.ts";

interface Props {
  readonly site: Site;
  readonly post: Post;
  readonly comments: readonly Comment[];
  readonly commentPage: CommentPage;
  readonly previous: SiteLink | null;
  readonly next: SiteLink | null;
}

/**
 * A post with its discussion; from the second comment page on, the discussion with the
 * post's head.
 */
export function PostPage({ site, post, comments, commentPage, previous, next }: Props) {
  const { page } = commentPage;
  const title = post.title || wordsOf(site.lang).untitled;
  return (
    <Layout
      site={site}
      title={page > 1 ? `${title}, ${wordsOf(site.lang).page(page)}` : title}
      description={post.excerpt}
      path={commentPagePath(post.path, page)}
      canonical={post.canonical}
      image={post.cover ? mediaAddress(site, post.cover) : undefined}
      type="article"
      feed={{ title: wordsOf(site.lang).commentsOn(title), base: post.path }}
      head={<ArticleHead site={site} post={post} comments={comments} />}
    >
      <article class="post whole h-entry" {...langAttributes(post.lang, site.lang)}>
        <PostHead site={site} post={post}>
          <PostTitle site={site} post={post} />
        </PostHead>
        {page === 1 && <CoverFigure site={site} cover={post.cover} />}
        {page > 1 ? <Reminder site={site} post={post} /> : <WholePost site={site} post={post} />}
        <PostTags site={site} post={post} />
        <Discussion site={site} post={post} comments={comments} commentPage={commentPage} />
      </article>
      <Neighbours lang={site.lang} previous={previous} next={next} />
    </Layout>
  );
}

const ArticleHead = ({ site, post, comments }: Pick<Props, "site" | "post" | "comments">) => (
  <>
    {/* Who has the address may read it, but nobody shall find it. */}
    {post.unlisted && site.indexed && <meta name="robots" content="noindex" />}
    <meta property="article:published_time" content={post.publishedAt} />
    <meta property="article:modified_time" content={post.updatedAt} />
    <JsonLd site={site} post={post} comments={comments} />
    <Loader />
  </>
);

const WholePost = ({ site, post }: Pick<Props, "site" | "post">) => (
  <Rendered mediaOrigin={site.mediaOrigin} html={post.html} class="prose e-content" />
);

const Reminder = ({ site, post }: Pick<Props, "site" | "post">) => (
  <div class="prose">
    {post.excerpt && <p class="p-summary">{post.excerpt}</p>}
    <p class="read-on" {...langAttributes(site.lang, post.lang)}>
      <a href={permalink(post.path)}>{wordsOf(site.lang).wholePost}</a>
    </p>
  </div>
);
