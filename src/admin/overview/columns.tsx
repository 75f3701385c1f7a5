import type { ComponentChildren } from "preact";
import type { Overview } from "../../admin-api/health.ts";
import { de } from "../../i18n/admin/de/overview.ts";
import { en } from "../../i18n/admin/en/overview.ts";
import { Time } from "../parts/time.tsx";
import { editorPath } from "../posts/new-post.tsx";
import { useWords } from "../words.ts";

interface ColumnProps {
  readonly title: string;
  /** Said where nothing is there. */
  readonly nothing: string;
  readonly children: readonly ComponentChildren[];
}

const Column = ({ title, nothing, children }: ColumnProps) => (
  <section class="section">
    <h2>{title}</h2>
    {children.length === 0 ? <p class="faded">{nothing}</p> : <ul class="list">{children}</ul>}
  </section>
);

interface LineProps {
  readonly href: string;
  readonly title: string;
  readonly children: ComponentChildren;
}

const Line = ({ href, title, children }: LineProps) => (
  <li>
    <div class="entry">
      <div>
        <a class="title" href={href}>
          {title}
        </a>
        <p class="facts">{children}</p>
      </div>
    </div>
  </li>
);

export function Drafts({ drafts }: Pick<Overview, "drafts">) {
  const words = useWords({ de, en });
  return (
    <Column title={words.drafts} nothing={words.noDrafts}>
      {drafts.map(({ id, title, updatedAt }) => (
        <Line key={id} href={editorPath(id)} title={title || words.untitled}>
          {words.edited} <Time at={updatedAt} />
        </Line>
      ))}
    </Column>
  );
}

export function Scheduled({ posts }: { readonly posts: Overview["scheduled"] }) {
  const words = useWords({ de, en });
  return (
    <Column title={words.scheduled} nothing={words.noScheduled}>
      {posts.map(({ id, title, publishedAt }) => (
        <Line key={id} href={editorPath(id)} title={title || words.untitled}>
          {words.due} <Time at={publishedAt} />
        </Line>
      ))}
    </Column>
  );
}

export function Comments({ comments }: Pick<Overview, "comments">) {
  const words = useWords({ de, en });
  return (
    <Column title={words.comments} nothing={words.noComments}>
      {comments.map(({ id, name, excerpt, postTitle, createdAt }) => (
        <Line key={id} href="/admin/comments/" title={excerpt}>
          <span>{name || words.noName}</span>
          <span>
            {words.on} {postTitle}
          </span>
          <Time at={createdAt} />
        </Line>
      ))}
    </Column>
  );
}
