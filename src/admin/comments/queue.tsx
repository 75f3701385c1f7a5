import { useMemo, useRef } from "preact/hooks";
import type { Action, Filter, QueuedComment } from "../../admin-api/comments.ts";
import { useShortcuts } from "../keys.ts";
import { Button } from "../parts/button.tsx";
import { Busy, Empty } from "../parts/states.tsx";
import { useWords } from "../words.ts";
import { useBan } from "./deciding/use-ban.tsx";
import type { Decisions } from "./deciding/use-decisions.ts";
import { useWriting } from "./deciding/use-writing.ts";
import { postAddress } from "./one/post-address.ts";
import { Queued, type QueuedDeeds } from "./one/queued.tsx";
import { type QueueDeeds, queueShortcuts } from "./queue-keys.ts";
import type { Focus } from "./use-focus.ts";
import type { Selection } from "./use-selection.ts";
import type { Shown } from "./use-shown.ts";
import { WORDS } from "./words.ts";

interface Props {
  readonly filter: Filter;
  readonly shown: Shown;
  readonly focus: Focus;
  readonly selection: Selection;
  readonly decisions: Decisions;
}

/** The list, with its keys. */
export function Queue(props: Props) {
  const words = useWords(WORDS);
  const { filter, shown, focus, selection, decisions } = props;
  const { rows, paged } = shown;
  const writing = useWriting(shown, focus, decisions);
  const [ban, dialog] = useBan();
  const decide = (ids: readonly string[], action: Action) => {
    const some = ids.filter((id) => rows?.some((row) => row.id === id && isOther(row, action)));
    if (some.length === 0) return;
    focus.leave(some);
    decisions.decide(some, action);
  };
  const deeds: QueuedDeeds = {
    ...{ ban, write: writing.write, send: writing.send },
    decide: ({ id }, action) => decide([id], action),
    select: ({ id }) => selection.toggle(id),
    enter: ({ id }) => focus.setCurrent(id),
  };
  useQueueKeys({ ...props, decide, write: writing.write });
  const stop = focus.current ?? rows?.[0]?.id;
  if (rows === null) return paged.problem ? null : <Busy />;
  return (
    <>
      {rows.length === 0 && (paged.busy ? <Busy /> : !paged.more && <Nothing filter={filter} />)}
      <ul class="list queue" aria-label={words.list}>
        {rows.map((comment) => (
          <Queued
            key={comment.id}
            comment={comment}
            isCurrent={comment.id === focus.current}
            isStop={comment.id === stop}
            isSelected={selection.has(comment.id)}
            writing={writing.open?.id === comment.id ? writing.open.what : null}
            deeds={deeds}
          />
        ))}
      </ul>
      <More shown={shown} />
      {dialog}
    </>
  );
}

const STATUS_AFTER: Readonly<Record<Action, QueuedComment["status"]>> = {
  ...{ approve: "approved", hold: "pending", spam: "spam", trash: "trash" },
};

const isOther = ({ status }: QueuedComment, action: Action) => status !== STATUS_AFTER[action];

interface Keyed extends Props {
  readonly decide: (ids: readonly string[], action: Action) => void;
  readonly write: (comment: QueuedComment, what: "reply" | "edit") => void;
}

/** Keys are about what is selected, else about where somebody is. */
function useQueueKeys(keyed: Keyed): void {
  const words = useWords(WORDS);
  const now = useRef(keyed);
  now.current = keyed;
  const shortcuts = useMemo(() => {
    const current = (): QueuedComment | undefined =>
      now.current.shown.rows?.find(({ id }) => id === now.current.focus.current);
    const withCurrent = (act: (comment: QueuedComment) => void) => () => {
      const comment = current();
      if (comment) act(comment);
      else now.current.focus.step(1);
    };
    const deeds: QueueDeeds = {
      step: (by) => now.current.focus.step(by),
      decide: (action) => {
        const { selection, decide } = now.current;
        if (selection.ids.length > 0) {
          decide(selection.ids, action);
          selection.clear();
        } else withCurrent(({ id }) => decide([id], action))();
      },
      write: (what) => withCurrent((comment) => now.current.write(comment, what))(),
      undo: () => now.current.decisions.undoLast(),
      select: withCurrent(({ id }) => now.current.selection.toggle(id)),
      open: withCurrent((comment) => open(postAddress(comment), "_blank", "noopener")),
    };
    return queueShortcuts(words, deeds);
  }, [words]);
  useShortcuts(shortcuts);
}

function More({ shown: { paged } }: Pick<Props, "shown">) {
  const words = useWords();
  if (!paged.more) return null;
  return (
    <p class="row more">
      <Button busy={paged.busy} onClick={paged.more}>
        {words.more}
      </Button>
    </p>
  );
}

function Nothing({ filter: { q, status, post } }: Pick<Props, "filter">) {
  const words = useWords(WORDS);
  const isCalm = status === "pending" && post === null;
  return (
    <Empty>
      <p>{q ? words.nothingFound(q) : isCalm ? words.calm : words.nothing}</p>
    </Empty>
  );
}
