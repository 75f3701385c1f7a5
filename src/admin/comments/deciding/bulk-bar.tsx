import type { Action, CommentStatus } from "../../../admin-api/comments.ts";
import { Button } from "../../parts/button.tsx";
import { useWords } from "../../words.ts";
import { DECISIONS } from "../one/queued-actions.tsx";
import type { Selection } from "../use-selection.ts";
import { WORDS } from "../words.ts";

interface Props {
  readonly selection: Selection;
  readonly status: CommentStatus;
  /** How many are shown. */
  readonly shown: number;
  readonly onDecide: (action: Action) => void;
  /** Asks for a decision about all that match; null where all of them are shown. */
  readonly onAll: (() => void) | null;
  /** How many match; null: nobody knows. */
  readonly total: number | null;
}

/** Above the list: what can be done with several. It stays in sight while somebody scrolls. */
export function BulkBar({ selection, status, shown, onDecide, onAll, total }: Props) {
  const words = useWords(WORDS);
  const count = selection.ids.length;
  return (
    <div class={count > 0 ? "bulk-bar on" : "bulk-bar"}>
      <label class="row">
        <input
          type="checkbox"
          checked={count > 0 && count === shown}
          indeterminate={count > 0 && count < shown}
          onChange={() => (count === shown ? selection.clear() : selection.selectShown())}
        />
        <span>{words.selectShown}</span>
      </label>
      <span role="status">{count > 0 && words.selected(count)}</span>
      {count > 0 && (
        <div class="row">
          {DECISIONS[status].map((action) => (
            <Button key={action} onClick={() => onDecide(action)}>
              {words.actions[action]}
            </Button>
          ))}
          <Button look="bare" onClick={selection.clear}>
            {words.unselect}
          </Button>
        </div>
      )}
      {onAll && (
        <Button look="bare" onClick={onAll}>
          {words.allLike(total)}
        </Button>
      )}
    </div>
  );
}
