import type { PostFull } from "../../../admin-api/posts.ts";
import { useDesk } from "../desk.ts";
import type { Opened } from "../top-bar.tsx";
import { Panel, type PanelProps } from "./panel.tsx";

interface SidePanelProps extends Omit<PanelProps, "kind"> {
  readonly post: PostFull;
  readonly onOpen: (what: Opened) => void;
  readonly onClose: () => void;
}

/** Beside the text, and on a phone over it. */
export function SidePanel({ post, fields, change, onOpen, onClose }: SidePanelProps) {
  const { words } = useDesk();
  return (
    <section class="ed-panel" aria-label={words.panel.title}>
      <header>
        <h2>{words.panel.title}</h2>
        <button type="button" class="ed-icon" aria-label={words.close} onClick={onClose}>
          ×
        </button>
      </header>
      <Panel kind={post.kind} fields={fields} change={change} />
      <footer>
        <button type="button" class="button" onClick={() => onOpen("revisions")}>
          {words.revisions.button}
        </button>
        <button type="button" class="button" onClick={() => onOpen("preview-link")}>
          {words.previewLink.button}
        </button>
      </footer>
    </section>
  );
}
