import { useState } from "preact/hooks";
import type { PostFields } from "../../../admin-api/posts.ts";
import { timeText, useDesk } from "../desk.ts";
import { Modal } from "../parts/modal.tsx";
import type { Current } from "../post.ts";
import { OtherFields } from "./other-fields.tsx";
import { SideBySide } from "./side-by-side.tsx";

interface ConflictProps {
  readonly mine: PostFields;
  readonly theirs: Current;
  readonly onResolve: (fields: PostFields) => void;
  readonly onClose: () => void;
}

/** Two wrote on one text: both are shown, and whoever is here decides. */
export function Conflict({ mine, theirs, onResolve, onClose }: ConflictProps) {
  const desk = useDesk();
  const { words } = desk;
  const [merged, setMerged] = useState<string | null>(null);
  const who = theirs.author ?? words.conflict.somebody;
  const isMerged = merged !== null && merged !== mine.markdown;
  return (
    <Modal title={words.conflict.title} kind="wide" onClose={onClose}>
      <p>{words.conflict.hint}</p>
      <SideBySide
        left={theirs.fields.markdown}
        right={mine.markdown}
        labels={[words.conflict.theirs(who, timeText(theirs.savedAt, desk)), words.conflict.mine]}
        onChange={setMerged}
      />
      <OtherFields left={theirs.fields} right={mine} />
      <footer>
        <button type="button" class="button" onClick={() => onResolve(theirs.fields)}>
          {words.conflict.takeTheirs}
        </button>
        <button
          type="button"
          class={`button ${isMerged ? "" : "main"}`}
          onClick={() => onResolve(mine)}
        >
          {words.conflict.keepMine}
        </button>
        {isMerged && (
          <button
            type="button"
            class="button main"
            onClick={() => onResolve({ ...mine, markdown: merged })}
          >
            {words.conflict.takeMerged}
          </button>
        )}
      </footer>
    </Modal>
  );
}
