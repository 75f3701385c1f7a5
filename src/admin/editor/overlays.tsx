import { useState } from "preact/hooks";
import type { PostFields, PostFull, PostStatus, Published } from "../../admin-api/posts.ts";
import { useDesk } from "./desk.ts";
import { PreviewLink } from "./publish/preview-link.tsx";
import { PublishDialog } from "./publish/publish-dialog.tsx";
import { Conflict } from "./revisions/conflict.tsx";
import { RestoreOffer } from "./revisions/restore-offer.tsx";
import { Revisions } from "./revisions/revisions.tsx";
import { takeUp } from "./saving/offer.ts";
import type { Draft, DraftStore } from "./saving/ports.ts";
import { askOrProblem, type Saving } from "./saving/use-saver.ts";
import type { Opened } from "./top-bar.tsx";

interface OverlaysProps {
  readonly post: PostFull;
  readonly saving: Saving;
  readonly opened: Opened | null;
  readonly drafts: DraftStore;
  readonly unsaved: readonly Draft[];
  readonly replace: (fields: PostFields) => void;
  readonly onReload: () => void;
  readonly setOpened: (what: Opened | null) => void;
}

/** What lies over the text: first of all, what was never saved. */
export function Overlays(props: OverlaysProps) {
  const { post, saving, opened, drafts, replace, setOpened } = props;
  const { words, tell } = useDesk();
  const { saver, fields, report } = saving;
  const [unsaved, setUnsaved] = useState(props.unsaved);
  const [draft, ...others] = unsaved;
  const close = () => setOpened(null);
  if (draft) {
    const take = () => {
      void takeUp(drafts, saver, draft);
      replace(draft.fields);
      setUnsaved([]);
    };
    const drop = () => {
      void drafts.drop(draft.key);
      setUnsaved(others);
    };
    return (
      <RestoreOffer
        key={draft.key}
        draft={draft}
        server={post.fields}
        onTake={take}
        onDrop={drop}
      />
    );
  }
  if (opened === "publish") return <Publishing {...props} />;
  if (opened === "preview-link") return <PreviewLink post={post.id} onClose={close} />;
  if (opened === "conflict" && report.state === "conflict") {
    const resolve = (next: PostFields) => {
      saver.resolve(next);
      replace(next);
      close();
    };
    return <Conflict mine={fields} theirs={report.current} onResolve={resolve} onClose={close} />;
  }
  if (opened !== "revisions") return null;
  const restore = (earlier: PostFields) => {
    replace(earlier);
    close();
    tell(words.revisions.restored);
  };
  return <Revisions post={post.id} fields={fields} onRestore={restore} onClose={close} />;
}

/** Publishing is a save, too: it waits for the one on its way. */
function Publishing({ post, saving: { saver, fields }, onReload, setOpened }: OverlaysProps) {
  const { ask } = useDesk();
  const [isDone, setDone] = useState(false);
  const publish = async (status: PostStatus, date: string | null) => {
    const published = await saver.sendBy<Published>((base, typed) =>
      askOrProblem(ask, `/posts/${post.id}/publish`, "POST", { base, fields: typed, status, date }),
    );
    setDone(true);
    return published;
  };
  const close = () => {
    setOpened(null);
    if (isDone) onReload();
  };
  return <PublishDialog {...{ post, fields, publish, onClose: close }} />;
}
