import { useState } from "preact/hooks";
import type { PostFields } from "../../../admin-api/posts.ts";
import { timeText, useDesk } from "../desk.ts";
import { Modal } from "../parts/modal.tsx";
import type { Draft } from "../saving/ports.ts";
import { OtherFields } from "./other-fields.tsx";
import { SideBySide } from "./side-by-side.tsx";

interface RestoreProps {
  readonly draft: Draft;
  /** What the blog has. */
  readonly server: PostFields;
  readonly onTake: () => void;
  readonly onDrop: () => void;
}

/** A text that this browser has and the blog has not: nothing becomes of it unasked. */
export function RestoreOffer({ draft, server, onTake, onDrop }: RestoreProps) {
  const desk = useDesk();
  const { restore } = desk.words;
  const [isSure, setSure] = useState(false);
  return (
    <Modal title={restore.title} kind="wide" onClose={null}>
      <p>{restore.said(timeText(draft.editedAt, desk))}</p>
      <SideBySide
        left={server.markdown}
        right={draft.fields.markdown}
        labels={[restore.there, restore.here]}
      />
      <OtherFields left={server} right={draft.fields} />
      <footer>
        <button type="button" class="button" onClick={() => (isSure ? onDrop() : setSure(true))}>
          {isSure ? restore.drops : restore.drop}
        </button>
        <button type="button" class="button main" onClick={onTake}>
          {restore.take}
        </button>
      </footer>
    </Modal>
  );
}
