import type { CommentStatus, Filter } from "../../admin-api/comments.ts";
import { useMe } from "../me.ts";
import { SearchField } from "../parts/search-field.tsx";
import { Tabs } from "../parts/tabs.tsx";
import { useWords } from "../words.ts";
import { pathOf, STATUSES, show } from "./filter.ts";
import { WORDS } from "./words.ts";

interface Props {
  readonly filter: Filter;
  /** Of the post that is asked for, if it is known. */
  readonly postTitle: string | null;
}

/** What is shown of the comments: by status, by words, below one post. */
export function CommentTools({ filter, postTitle }: Props) {
  const words = useWords(WORDS);
  const { waiting } = useMe();
  const { status, q, post } = filter;
  return (
    <>
      <div class="tools">
        <Tabs<CommentStatus>
          label={words.status}
          value={status}
          onChange={(value) => show({ ...filter, status: value })}
          options={STATUSES.map((value) => ({
            ...{ value, label: words.statuses[value] },
            ...(value === "pending" && { count: waiting }),
          }))}
        />
        <SearchField
          label={words.search}
          value={q}
          onSearch={(typed) => show({ ...filter, q: typed })}
        />
      </div>
      {post !== null && (
        <p class="row only-post">
          <span>{postTitle === null ? words.belowOne : words.below(postTitle)}</span>
          <a href={pathOf({ ...filter, post: null })}>{words.everywhere}</a>
        </p>
      )}
    </>
  );
}
