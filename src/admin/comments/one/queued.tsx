import type { Action, QueuedComment } from "../../../admin-api/comments.ts";
import { reasonInWords } from "../../../i18n/moderation/words.ts";
import { useLang, useWords } from "../../words.ts";
import { elementIdOf } from "../use-focus.ts";
import { WORDS } from "../words.ts";
import { type Ban, QueuedActions } from "./queued-actions.tsx";
import { QueuedHead } from "./queued-head.tsx";
import { QueuedText } from "./queued-text.tsx";
import { WriteBox, type Writing } from "./write-box.tsx";

export interface QueuedDeeds {
  readonly decide: (comment: QueuedComment, action: Action) => void;
  readonly write: (comment: QueuedComment, what: Writing | null) => void;
  readonly send: (comment: QueuedComment, what: Writing, text: string) => Promise<unknown>;
  readonly ban: (ban: Ban) => void;
  readonly select: (comment: QueuedComment) => void;
  readonly enter: (comment: QueuedComment) => void;
}

interface Props {
  readonly comment: QueuedComment;
  readonly isCurrent: boolean;
  /** Whether the way by Tab into the list ends here. */
  readonly isStop: boolean;
  readonly isSelected: boolean;
  readonly writing: Writing | null;
  readonly deeds: QueuedDeeds;
}

/** One comment of the queue. */
export function Queued({ comment, isCurrent, isStop, isSelected, writing, deeds }: Props) {
  const words = useWords(WORDS);
  const name = comment.name || words.noName;
  const id = elementIdOf(comment.id);
  return (
    <li class={isCurrent ? "here" : ""}>
      <article
        class={isSelected ? "queued entry selected" : "queued entry"}
        id={id}
        tabIndex={isStop ? 0 : -1}
        aria-labelledby={`${id}-who`}
        onFocusIn={() => deeds.enter(comment)}
      >
        <input
          type="checkbox"
          aria-label={words.select(name)}
          checked={isSelected}
          onChange={() => deeds.select(comment)}
        />
        <div>
          <QueuedHead comment={comment} id={`${id}-who`} />
          <QueuedText comment={comment} />
          <Reasons comment={comment} />
          <QueuedActions
            comment={comment}
            onDecide={(action) => deeds.decide(comment, action)}
            onWrite={(what) => deeds.write(comment, what)}
            onBan={deeds.ban}
          />
          {writing && (
            <WriteBox
              key={writing}
              comment={comment}
              what={writing}
              onSend={(text) => deeds.send(comment, writing, text)}
              onClose={() => deeds.write(comment, null)}
            />
          )}
        </div>
      </article>
    </li>
  );
}

function Reasons({ comment: { reasons, status } }: Pick<Props, "comment">) {
  const words = useWords(WORDS);
  const lang = useLang();
  if (reasons.length === 0 || status === "trash") return null;
  return (
    <ul class="reasons" aria-label={words.why}>
      {reasons.map((reason) => (
        <li key={`${reason.code} ${reason.detail}`}>{reasonInWords(reason, lang)}</li>
      ))}
    </ul>
  );
}
