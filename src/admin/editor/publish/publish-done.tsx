import type { Published } from "../../../admin-api/posts.ts";
import { type Desk, timeText, useDesk } from "../desk.ts";
import { Modal } from "../parts/modal.tsx";

interface DoneProps {
  readonly published: Published;
  readonly onClose: () => void;
}

/** What became of it, and where readers find it. */
export function PublishDone({ published, onClose }: DoneProps) {
  const desk = useDesk();
  const { words } = desk;
  const { url } = published;
  return (
    <Modal title={sayDone(published, desk)} onClose={onClose}>
      {url && <p class="ed-address">{url}</p>}
      <footer>
        <button type="button" class="button" onClick={onClose}>
          {words.close}
        </button>
        {url && (
          <a class="button main" href={url}>
            {words.publish.view}
          </a>
        )}
      </footer>
    </Modal>
  );
}

function sayDone({ status, publishedAt }: Published, desk: Desk): string {
  const { publish } = desk.words;
  if (status === "scheduled" && publishedAt) return publish.planned(timeText(publishedAt, desk));
  if (status === "private") return publish.hiddenFromAll;
  return status === "draft" ? publish.hidden : publish.done;
}
