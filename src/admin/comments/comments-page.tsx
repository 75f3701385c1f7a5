import { useState } from "preact/hooks";
import type { Filter } from "../../admin-api/comments.ts";
import { useMyself } from "../me.ts";
import { PageHead } from "../parts/page-head.tsx";
import { Said } from "../parts/states.tsx";
import { useLocation } from "../router.tsx";
import { useWords } from "../words.ts";
import { CommentTools } from "./comment-tools.tsx";
import { AllDialog } from "./deciding/all-dialog.tsx";
import { BulkBar } from "./deciding/bulk-bar.tsx";
import { Progress, RunBar } from "./deciding/run-bar.tsx";
import { useAll } from "./deciding/use-all.ts";
import { useDecisions } from "./deciding/use-decisions.ts";
import { addressOf, filterIn } from "./filter.ts";
import { Queue } from "./queue.tsx";
import { useFocus } from "./use-focus.ts";
import { useSelection } from "./use-selection.ts";
import { useShown } from "./use-shown.ts";
import { WORDS } from "./words.ts";

/** What readers wrote: to be looked through quickly, with a keyboard or without. */
export function CommentsPage() {
  const words = useWords(WORDS);
  const { query } = useLocation();
  const filter = filterIn(query);
  const { shown, focus, selection, undoing, decisions, all } = useDesk(filter);
  const { rows, paged } = shown;
  const [asksAll, setAsksAll] = useState(false);
  const postTitle = filter.post === null ? null : (paged.items?.[0]?.postTitle ?? null);
  return (
    <>
      <PageHead title={words.title} />
      <CommentTools filter={filter} postTitle={postTitle} />
      <RunBar all={all} />
      {undoing && (
        <Progress done={undoing[0]} total={undoing[1]} text={words.undoing(...undoing)} />
      )}
      <Said problem={paged.problem} onAgain={paged.reload} />
      {rows && rows.length > 0 && (
        <BulkBar
          selection={selection}
          status={filter.status}
          shown={rows.length}
          onDecide={(action) => {
            focus.leave(selection.ids);
            decisions.decide(selection.ids, action);
            selection.clear();
          }}
          onAll={paged.more && !all.run ? () => setAsksAll(true) : null}
          total={paged.total}
        />
      )}
      <Queue {...{ filter, shown, focus, selection, decisions }} />
      {asksAll && (
        <AllDialog
          status={filter.status}
          total={paged.total}
          onDecide={(action) => all.begin(filter, action, paged.total)}
          onClose={() => setAsksAll(false)}
        />
      )}
    </>
  );
}

/** The list, where somebody is in it, what is selected, and what is decided. */
function useDesk(filter: Filter) {
  const shown = useShown(addressOf(filter));
  const { rows, paged } = shown;
  const focus = useFocus(rows);
  const selection = useSelection(rows);
  const [undoing, setUndoing] = useState<readonly [done: number, total: number] | null>(null);
  const decisions = useDecisions(
    shown,
    (ids) => {
      shown.restore(ids);
      if (ids[0] !== undefined) focus.goTo(ids[0]);
    },
    (done, total) => setUndoing(done < total ? [done, total] : null),
  );
  const { reload } = useMyself();
  const all = useAll(decisions.keep, () => {
    paged.reload();
    // A long decision, or a long queue: the blog knows the count.
    reload();
  });
  return { shown, focus, selection, undoing, decisions, all };
}
