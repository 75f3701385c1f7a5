import { useMemo, useRef } from "preact/hooks";
import type { PostRow } from "../../admin-api/posts.ts";
import { de } from "../../i18n/admin/de/posts.ts";
import { en } from "../../i18n/admin/en/posts.ts";
import { type Paged, usePaged } from "../paged.ts";
import { Button } from "../parts/button.tsx";
import { PageHead } from "../parts/page-head.tsx";
import { Busy, Empty, Said } from "../parts/states.tsx";
import { useStops } from "../parts/stops.ts";
import { useLocation } from "../router.tsx";
import { useWords } from "../words.ts";
import { NewPost } from "./new-post.tsx";
import { PostEntry } from "./post-entry.tsx";
import { type Filter, PostTools } from "./post-tools.tsx";

export const PostsPage = () => <Posts kind="post" />;
export const PagesPage = () => <Posts kind="page" />;

/** Everything that somebody may write, the latest first. What is looked for stands in the address. */
function Posts({ kind }: { readonly kind: PostRow["kind"] }) {
  const words = useWords({ de, en });
  const { query } = useLocation();
  const q = query.get("q") ?? "";
  const status = (query.get("status") ?? "") as Filter;
  const paged = usePaged<PostRow>(addressOf(kind, q, status));
  const list = useRef<HTMLUListElement>(null);
  useStops(list, words);
  // A search knows nothing of a status.
  const rows = useMemo(
    () => paged.items?.filter((row) => status === "" || row.status === status) ?? null,
    [paged.items, status],
  );
  return (
    <>
      <PageHead title={kind === "post" ? words.posts : words.pages}>
        <NewPost kind={kind} />
      </PageHead>
      <PostTools q={q} status={status} />
      <Said problem={paged.problem} onAgain={paged.reload} />
      {rows === null && !paged.problem && <Busy />}
      {rows?.length === 0 && <Nothing {...{ kind, q, status }} />}
      {rows && rows.length > 0 && (
        <ul class="list" ref={list}>
          {rows.map((row) => (
            <li key={row.id}>
              <PostEntry row={row} />
            </li>
          ))}
        </ul>
      )}
      <More paged={paged} />
    </>
  );
}

function addressOf(kind: string, q: string, status: Filter): string {
  const query = new URLSearchParams({ kind, ...(q ? { q } : status ? { status } : {}) });
  return `/api/posts?${query}`;
}

function More({ paged: { more, busy } }: { readonly paged: Paged<PostRow> }) {
  const words = useWords();
  return (
    more && (
      <p class="row more">
        <Button busy={busy} onClick={more}>
          {words.more}
        </Button>
      </p>
    )
  );
}

interface NothingProps {
  readonly kind: PostRow["kind"];
  readonly q: string;
  readonly status: Filter;
}

function Nothing({ kind, q, status }: NothingProps) {
  const words = useWords({ de, en });
  if (q)
    return (
      <Empty>
        <p>{words.nothingFound(q)}</p>
      </Empty>
    );
  if (status)
    return (
      <Empty>
        <p>{words.nothingLike}</p>
      </Empty>
    );
  return (
    <Empty>
      <p>{kind === "post" ? words.noPosts : words.noPages}</p>
    </Empty>
  );
}
