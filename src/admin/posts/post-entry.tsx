import type { PostRow } from "../../admin-api/posts.ts";
import { de } from "../../i18n/admin/de/posts.ts";
import { en } from "../../i18n/admin/en/posts.ts";
import { useMe } from "../me.ts";
import { Time } from "../parts/time.tsx";
import { useWords } from "../words.ts";
import { editorPath } from "./new-post.tsx";

/** One line of the list: what it is called, where it stands, and when. */
export function PostEntry({ row }: { readonly row: PostRow }) {
  const words = useWords({ de, en });
  const me = useMe();
  return (
    <div class="entry">
      <div>
        <a class="title" href={editorPath(row.id)} data-stop lang={row.lang}>
          {row.title || words.untitled}
        </a>
        <p class="facts">
          <When row={row} />
          {row.author.slug !== me.slug && <span>{words.by(row.author.name)}</span>}
          {row.comments > 0 && (
            <a href={`/admin/comments/?status=approved&post=${row.id}`}>
              {words.commentsOf(row.comments)}
            </a>
          )}
        </p>
      </div>
      <div class="row">
        {row.changed && row.status !== "draft" && <span class="badge strong">{words.changed}</span>}
        {row.status !== "published" && <span class="badge">{words.statuses[row.status]}</span>}
      </div>
    </div>
  );
}

function When({ row: { status, publishedAt, updatedAt } }: { readonly row: PostRow }) {
  const words = useWords({ de, en });
  const isOut = publishedAt !== null && status !== "draft" && status !== "private";
  return (
    <span>
      {status === "scheduled" && `${words.due} `}
      {!isOut && `${words.edited} `}
      <Time at={isOut ? publishedAt : updatedAt} />
    </span>
  );
}
