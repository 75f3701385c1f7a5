import { useEffect, useState } from "preact/hooks";
import type { PostFull } from "../../admin-api/posts.ts";
import { type Desk, DeskContext, sentenceOf } from "./desk.ts";
import { Editor } from "./editor.tsx";
import { browserDrafts } from "./saving/drafts.ts";
import { draftPrefix, findUnsaved } from "./saving/offer.ts";
import { openDrafts } from "./saving/open-tabs.ts";
import type { Draft } from "./saving/ports.ts";

interface OpenPostProps {
  readonly desk: Desk;
  /** As the address has it. */
  readonly id: string;
}

interface Opened {
  readonly post: PostFull;
  readonly unsaved: readonly Draft[];
}

const drafts = browserDrafts();

/** Asks the blog for a post, and the browser for what was never saved of it; then it is open. */
export function OpenPost({ desk, id }: OpenPostProps) {
  const [opened, setOpened] = useState<Opened | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const open = async () => {
    try {
      const post = await desk.ask<PostFull>(`/posts/${id}`);
      const prefix = draftPrefix(desk.me.slug, post.id);
      const unsaved = await findUnsaved(drafts, prefix, post.fields, await openDrafts());
      setOpened((before) => ({ post, unsaved: before ? before.unsaved : unsaved }));
    } catch (caught) {
      const { status } = caught as { status?: number };
      setProblem(status === 404 ? desk.words.missing : sentenceOf(caught, desk));
    }
  };
  useEffect(() => void open(), [id]);
  if (problem) return <p class="ed-problem">{problem}</p>;
  if (!opened) return <p role="status">{desk.words.opening}</p>;
  const { post, unsaved } = opened;
  return (
    <DeskContext.Provider value={desk}>
      <Editor
        key={`${post.id} ${post.format}`}
        {...{ post, drafts, unsaved, onReload: () => void open() }}
      />
    </DeskContext.Provider>
  );
}
