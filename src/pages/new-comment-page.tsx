import { commentPermalink, permalink } from "../addresses.ts";
import { CommentForm, type CommentValues } from "../components/discussion/comment-form.tsx";
import type { FormProblem } from "../components/discussion/problem.tsx";
import { Layout } from "../components/layout.tsx";
import { Loader } from "../components/loader.tsx";
import { Rendered } from "../components/rendered.tsx";
import { discussionWordsOf, langAttributes } from "../i18n/words.ts";
import type { Comment, Post, Site } from "../model.ts";

interface Props {
  readonly site: Site;
  readonly post: Pick<Post, "path" | "title" | "lang">;
  /** The comment that is answered; null for any other. */
  readonly parent: Pick<Comment, "id" | "number" | "name" | "html" | "lang"> | null;
  /** Its public id, where a form came back and nothing more is known of it. */
  readonly parentId?: string;
  /** Whether this is a note on a passage, which `values.quote` begins with as a whole paragraph. */
  readonly note: boolean;
  readonly values?: Partial<CommentValues>;
  /** Why the form came back. */
  readonly problem?: FormProblem | null;
}

/** The plain form of an answer or a margin note, or one that came back. */
export function NewCommentPage({ problem = null, ...props }: Props) {
  const { site, post, parent, parentId = parent?.id ?? "", note, values = {} } = props;
  const words = discussionWordsOf(site.lang);
  const title = parent
    ? words.answer(parent.number, parent.name)
    : note
      ? words.writeNote
      : words.write;
  return (
    <Layout site={site} title={title} path={null} head={<Loader />}>
      <header class="list-head">
        <h1>{title}</h1>
        <p class="meta">
          <a href={permalink(post.path)} {...langAttributes(post.lang, site.lang)}>
            {post.title || words.onPost}
          </a>
        </p>
      </header>
      {parent && <Answered site={site} post={post} parent={parent} />}
      <div class="write" data-post={post.path}>
        <CommentForm
          site={site}
          postPath={post.path}
          parent={parentId}
          values={values}
          problem={problem}
          editsQuote={note}
        />
      </div>
    </Layout>
  );
}

type AnsweredProps = Pick<Props, "site" | "post"> & { parent: NonNullable<Props["parent"]> };

/** What is answered, so that one need not remember it. */
const Answered = ({ site, post, parent }: AnsweredProps) => (
  <blockquote class="answered" {...langAttributes(parent.lang, site.lang)}>
    <Rendered html={parent.html} class="prose" />
    <p class="tools" {...langAttributes(site.lang, parent.lang)}>
      <a href={commentPermalink(post.path, parent)}>
        #{parent.number} {parent.name}
      </a>
    </p>
  </blockquote>
);
