import { feedPath, permalink } from "../addresses.ts";
import { OwnForms } from "../components/discussion/own-forms.tsx";
import type { FormProblem } from "../components/discussion/problem.tsx";
import { Layout } from "../components/layout.tsx";
import { Loader } from "../components/loader.tsx";
import { commentPath, MINE } from "../components/paths.ts";
import { Rendered } from "../components/rendered.tsx";
import { discussionWordsOf, langAttributes, wordsOf } from "../i18n/words.ts";
import type { Html, Post, Quote, Site, UtcTime } from "../model.ts";

/** A comment as its writer sees it, whatever its status. */
export interface OwnComment {
  readonly id: string;
  /** Null until it is approved. */
  readonly number: number | null;
  readonly name: string;
  readonly html: Html;
  readonly lang: string;
  /** What was typed. */
  readonly text: string;
  readonly quote: Pick<Quote, "text"> | null;
  /** The comment that it answers. */
  readonly parent: { readonly id: string } | null;
}

interface Props {
  readonly site: Site;
  readonly post: Pick<Post, "path" | "title" | "lang">;
  readonly comment: OwnComment;
  readonly token: string;
  /** How it stands with the comment, in a sentence. */
  readonly message: string;
  /** Where everybody sees it; null while nobody else does. */
  readonly href: string | null;
  /** Whether it may still be changed and withdrawn. */
  readonly editable: boolean;
  readonly editableUntil: UtcTime;
  readonly problem?: FormProblem | null;
}

/** One's own comment, for whoever has its token. */
export function OwnCommentPage({ problem = null, ...props }: Props) {
  const { site, post, comment, token, message, editable, editableUntil } = props;
  const words = discussionWordsOf(site.lang);
  const { id } = comment;
  const parent = comment.parent?.id ?? "";
  return (
    <Layout site={site} title={words.ownTitle} path={null} head={<Loader />}>
      <header class="list-head">
        <h1>{words.ownTitle}</h1>
        <p class="meta">
          <span>
            {words.ownOn}{" "}
            <a href={permalink(post.path)} {...langAttributes(post.lang, site.lang)}>
              {post.title || wordsOf(site.lang).untitled}
            </a>
          </span>
        </p>
      </header>
      <p class="news" role="status">
        {message}
      </p>
      <Shown {...props} />
      <div
        class="own"
        data-island="own"
        data-own={JSON.stringify({ id, token, post: post.path, editableUntil, parent })}
      >
        <OwnForms
          site={site}
          comment={comment}
          token={token}
          editable={editable}
          problem={problem}
        />
      </div>
      <Keep {...props} />
    </Layout>
  );
}

function Shown({ site, comment, href }: Props) {
  const { number, name, html, lang, quote } = comment;
  return (
    <article class="comment" {...langAttributes(lang, site.lang)}>
      <header class="comment-head" {...langAttributes(site.lang, lang)}>
        {number !== null && <span class="number">#{number}</span>} <b class="name">{name}</b>{" "}
        {href && <a href={href}>{discussionWordsOf(site.lang).ownShown}</a>}
      </header>
      {quote && <blockquote class="passage">{quote.text}</blockquote>}
      <Rendered html={html} class="prose" />
    </article>
  );
}

function Keep({ site, comment }: Props) {
  const words = discussionWordsOf(site.lang);
  return (
    <>
      <p class="hint">
        <a href={feedPath(commentPath(comment.id), "feed.xml")}>{words.answersFeed}</a>:{" "}
        {words.answersFeedHint}
      </p>
      <p class="hint">
        {words.keepLink} <a href={MINE}>{words.mine}</a>
      </p>
    </>
  );
}
