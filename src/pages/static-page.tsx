import { commentPagePath } from "../addresses.ts";
import { type CommentPage, Discussion } from "../components/discussion/discussion.tsx";
import { Layout } from "../components/layout.tsx";
import { Loader } from "../components/loader.tsx";
import { PostTitle } from "../components/post-title.tsx";
import { Rendered } from "../components/rendered.tsx";
import { langAttributes, wordsOf } from "../i18n/words.ts";
import type { Comment, Post, Site } from "../model.ts";

interface Props {
  readonly site: Site;
  readonly post: Post;
  readonly comments: readonly Comment[];
  readonly commentPage: CommentPage;
}

/** An undated text such as the imprint. It has a discussion only if there has been one. */
export function StaticPage({ site, post, comments, commentPage }: Props) {
  const words = wordsOf(site.lang);
  const title = post.title || words.untitled;
  const discussed = comments.length > 0 || post.commentsOpen;
  const feed = { title: words.commentsOn(title), base: post.path };
  return (
    <Layout
      site={site}
      title={title}
      feed={discussed ? feed : undefined}
      description={post.excerpt}
      path={commentPagePath(post.path, commentPage.page)}
      head={
        <>
          {post.unlisted && site.indexed && <meta name="robots" content="noindex" />}
          {discussed && <Loader />}
        </>
      }
    >
      <article class="post whole h-entry" {...langAttributes(post.lang, site.lang)}>
        <header class="post-head">
          <PostTitle site={site} post={post} />
        </header>
        <Rendered mediaOrigin={site.mediaOrigin} html={post.html} class="prose e-content" />
        {discussed && (
          <Discussion site={site} post={post} comments={comments} commentPage={commentPage} />
        )}
      </article>
    </Layout>
  );
}
