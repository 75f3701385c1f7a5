import { commentPermalink } from "../addresses.ts";
import { Field } from "../components/discussion/field.tsx";
import { type FormProblem, ProblemSummary } from "../components/discussion/problem.tsx";
import { Layout } from "../components/layout.tsx";
import { FormStyle } from "../components/loader.tsx";
import { commentPath } from "../components/paths.ts";
import { Rendered } from "../components/rendered.tsx";
import { discussionWordsOf, langAttributes } from "../i18n/words.ts";
import { MAX_REASON } from "../limits.ts";
import type { Comment, Path, Site } from "../model.ts";

interface Props {
  readonly site: Site;
  readonly post: { readonly path: Path };
  readonly comment: Pick<Comment, "id" | "number" | "name" | "html" | "lang">;
  /** What was typed, if the form came back. */
  readonly reason?: string;
  readonly problem?: FormProblem | null;
}

/** Says of a comment that it should not stand there; it asks once, so that nobody does it by accident. */
export function ReportPage({ site, post, comment, reason = "", problem = null }: Props) {
  const words = discussionWordsOf(site.lang);
  return (
    <Layout site={site} title={words.reportTitle} path={null} head={<FormStyle />}>
      <header class="list-head">
        <h1>{words.reportTitle}</h1>
        <p class="meta">{words.reportIntro}</p>
      </header>
      <blockquote class="answered" {...langAttributes(comment.lang, site.lang)}>
        <Rendered html={comment.html} class="prose" />
        <p class="tools" {...langAttributes(site.lang, comment.lang)}>
          <a href={commentPermalink(post.path, comment)}>
            #{comment.number} {comment.name}
          </a>
        </p>
      </blockquote>
      <form class="comment-form" method="post" action={`${commentPath(comment.id)}report/`}>
        <ProblemSummary lang={site.lang} problem={problem} />
        <Field
          name="reason"
          label={words.reason}
          hint={words.optional}
          value={reason}
          rows={3}
          max={MAX_REASON}
          problem={problem}
        />
        <p class="send">
          <button type="submit">{words.reportNow}</button>
        </p>
      </form>
    </Layout>
  );
}
