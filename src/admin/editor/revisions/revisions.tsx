import { useEffect, useState } from "preact/hooks";
import type { PostFields, RevisionFull, RevisionList } from "../../../admin-api/posts.ts";
import { sentenceOf, timeText, useDesk } from "../desk.ts";
import { Modal } from "../parts/modal.tsx";
import { sameFields } from "../post.ts";
import { OtherFields } from "./other-fields.tsx";
import { SideBySide } from "./side-by-side.tsx";

interface RevisionsProps {
  readonly post: number;
  /** As they are now. */
  readonly fields: PostFields;
  readonly onRestore: (fields: PostFields) => void;
  readonly onClose: () => void;
}

/** Every save of a post: which one, how it differs from now, and back to it. */
export function Revisions({ post, fields, onRestore, onClose }: RevisionsProps) {
  const desk = useDesk();
  const { ask, words, tell } = desk;
  const [list, setList] = useState<RevisionList>({ items: [], next: null });
  const [isLoaded, setLoaded] = useState(false);
  const [open, setOpen] = useState<RevisionFull | null>(null);
  const complain = (problem: unknown) => tell(sentenceOf(problem, desk));
  const more = async (after: string | null) => {
    const query = after ? `?after=${encodeURIComponent(after)}` : "";
    const { items, next } = await ask<RevisionList>(`/posts/${post}/revisions${query}`);
    setList((before) => ({ items: [...before.items, ...items], next }));
    setLoaded(true);
  };
  const show = (revision: number) =>
    ask<RevisionFull>(`/posts/${post}/revisions/${revision}`).then(setOpen, complain);
  useEffect(() => void more(null).catch(complain), []);
  return (
    <Modal title={words.revisions.title} kind="wide" onClose={onClose}>
      <div class="ed-revisions">
        <nav aria-label={words.revisions.title}>
          {isLoaded && list.items.length === 0 && <p class="ed-hint">{words.revisions.none}</p>}
          <RevisionLines list={list} open={open?.revision ?? null} onOpen={show} />
          {list.next && (
            <button
              type="button"
              class="button"
              onClick={() => void more(list.next).catch(complain)}
            >
              {words.revisions.more}
            </button>
          )}
        </nav>
        {open && (
          <OpenRevision revision={open} fields={fields} onRestore={() => onRestore(open.fields)} />
        )}
      </div>
    </Modal>
  );
}

interface LinesProps {
  readonly list: RevisionList;
  readonly open: number | null;
  readonly onOpen: (revision: number) => void;
}

function RevisionLines({ list, open, onOpen }: LinesProps) {
  const desk = useDesk();
  const { words } = desk;
  return (
    <ol reversed>
      {list.items.map(({ revision, kind, author, savedAt, words: count }) => (
        <li key={revision}>
          <button
            type="button"
            aria-current={revision === open ? "true" : undefined}
            onClick={() => onOpen(revision)}
          >
            <time dateTime={savedAt}>{timeText(savedAt, desk)}</time>
            <small>
              {words.revisions.kinds[kind]}
              {author && ` ${words.revisions.by(author.name)}`}, {words.words(count)}
            </small>
          </button>
        </li>
      ))}
    </ol>
  );
}

interface OpenProps {
  readonly revision: RevisionFull;
  readonly fields: PostFields;
  readonly onRestore: () => void;
}

function OpenRevision({ revision, fields, onRestore }: OpenProps) {
  const { words } = useDesk();
  if (sameFields(revision.fields, fields)) return <p>{words.revisions.same}</p>;
  return (
    <div>
      <SideBySide
        left={revision.fields.markdown}
        right={fields.markdown}
        labels={[words.revisions.earlier, words.revisions.now]}
      />
      <OtherFields left={revision.fields} right={fields} />
      <footer>
        <button type="button" class="button main" onClick={onRestore}>
          {words.revisions.restore}
        </button>
      </footer>
    </div>
  );
}
