import type { EditorState } from "@codemirror/state";
import type { EditorView } from "@codemirror/view";
import { useRef, useState } from "preact/hooks";
import type { PostFields, PostFull } from "../../admin-api/posts.ts";
import { useDesk } from "./desk.ts";
import { HtmlPost } from "./html-post.tsx";
import { Overlays } from "./overlays.tsx";
import { SidePanel } from "./panel/side-panel.tsx";
import { Preview } from "./preview/preview.tsx";
import type { Draft, DraftStore } from "./saving/ports.ts";
import { useSaver } from "./saving/use-saver.ts";
import { setText } from "./surface/surface.tsx";
import { type Opened, TopBar } from "./top-bar.tsx";
import { useBeside } from "./use-beside.ts";
import { useEditorKeys } from "./use-editor-keys.ts";
import { Writing } from "./writing.tsx";

interface EditorProps {
  readonly post: PostFull;
  readonly drafts: DraftStore;
  /** What this browser has and the blog has not. */
  readonly unsaved: readonly Draft[];
  /** Asks the blog for the post anew. */
  readonly onReload: () => void;
}

/** A post, open for writing. */
export function Editor({ post, drafts, unsaved, onReload }: EditorProps) {
  const { ask, words } = useDesk();
  const saving = useSaver(post, drafts);
  const { saver, fields, report, change } = saving;
  const [opened, setOpened] = useState<Opened | null>(null);
  const { isPreviewed, isDetailed, togglePreview, toggleDetails } = useBeside();
  const view = useRef<EditorView | null>(null);
  const [cursor, setCursor] = useState<EditorState | null>(null);
  /** Another text from elsewhere: a revision, or the other side of a conflict. */
  const replace = (next: PostFields) => {
    change(next);
    if (view.current) setText(view.current, next.markdown);
  };
  useEditorKeys({
    save: () => saver.flush(),
    preview: togglePreview,
    publish: () => setOpened("publish"),
  });
  return (
    <div class={`ed ${isPreviewed ? "previewed" : ""} ${isDetailed ? "detailed" : ""}`}>
      <h1 class="only-heard">{fields.title || words.untitled}</h1>
      <TopBar
        {...{ post, report, isPreviewed, isDetailed, onOpen: setOpened, onPreview: togglePreview }}
        onDetails={toggleDetails}
        onResume={() =>
          void ask("/me").then(
            () => saver.resume(),
            () => {},
          )
        }
      />
      {post.format === "html" ? (
        <HtmlPost {...{ post, saving, onReload }} />
      ) : (
        <Writing
          {...{ fields, change, cursor, view }}
          onReady={(made) => {
            view.current = made;
            setCursor(made.state);
          }}
          onMove={setCursor}
        />
      )}
      {isPreviewed && post.format === "markdown" && (
        <Preview post={post.id} kind={post.kind} fields={fields} />
      )}
      {isDetailed && (
        <SidePanel {...{ post, fields, change, onOpen: setOpened }} onClose={toggleDetails} />
      )}
      <Overlays {...{ post, saving, opened, drafts, unsaved, replace, onReload, setOpened }} />
      <p class="ed-count">{words.words(countWords(fields.markdown))}</p>
    </div>
  );
}

const countWords = (text: string): number =>
  text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)?.length ?? 0;
