import type { Action, CommentStatus } from "../../../admin-api/comments.ts";
import { Button } from "../../parts/button.tsx";
import { Dialog } from "../../parts/dialog.tsx";
import { useWords } from "../../words.ts";
import { DECISIONS } from "../one/queued-actions.tsx";
import { WORDS } from "../words.ts";

interface Props {
  readonly status: CommentStatus;
  readonly total: number | null;
  readonly onDecide: (action: Action) => void;
  readonly onClose: () => void;
}

/** Asks what is to be done with all that match, and says how many they are. */
export function AllDialog({ status, total, onDecide, onClose }: Props) {
  const words = useWords(WORDS);
  const shell = useWords();
  return (
    <Dialog title={words.allTitle} onClose={onClose}>
      <p>{words.allAsk(total)}</p>
      <div class="row end">
        <Button onClick={onClose}>{shell.cancel}</Button>
        {DECISIONS[status].map((action) => (
          <Button
            key={action}
            look={action === "trash" || action === "spam" ? "danger" : "main"}
            onClick={() => {
              onClose();
              onDecide(action);
            }}
          >
            {words.actions[action]}
          </Button>
        ))}
      </div>
    </Dialog>
  );
}
