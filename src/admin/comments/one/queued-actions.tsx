import type { Action, CommentStatus, QueuedComment } from "../../../admin-api/comments.ts";
import { mayI, useMe } from "../../me.ts";
import { Button } from "../../parts/button.tsx";
import { Menu } from "../../parts/menu.tsx";
import { useWords } from "../../words.ts";
import { WORDS } from "../words.ts";
import { hostsIn } from "./hosts.ts";
import { postAddress } from "./post-address.ts";
import type { Writing } from "./write-box.tsx";

/** What can be decided about a comment that is so. */
export const DECISIONS: Readonly<Record<CommentStatus, readonly Action[]>> = {
  pending: ["approve", "spam", "trash"],
  approved: ["hold", "spam", "trash"],
  spam: ["approve", "trash"],
  trash: ["approve", "hold", "spam"],
};

const LETTERS: Readonly<Partial<Record<Action, string>>> = { approve: "a", spam: "s", trash: "d" };

export type Ban = { readonly email: string } | { readonly host: string };

interface Props {
  readonly comment: QueuedComment;
  readonly onDecide: (action: Action) => void;
  readonly onWrite: (what: Writing) => void;
  readonly onBan: (ban: Ban) => void;
}

/** The buttons of a comment. */
export function QueuedActions({ comment, onDecide, onWrite, onBan }: Props) {
  const words = useWords(WORDS);
  const { status } = comment;
  return (
    <div class="row queued-actions">
      {DECISIONS[status].map((action) => (
        <Button
          key={action}
          look={action === "approve" ? "plain" : "bare"}
          aria-keyshortcuts={LETTERS[action]}
          onClick={() => onDecide(action)}
        >
          {words.actions[action]}
        </Button>
      ))}
      {mayReply(comment) && (
        <Button look="bare" aria-keyshortcuts="r" onClick={() => onWrite("reply")}>
          {words.reply}
        </Button>
      )}
      {comment.whole && (
        <Button look="bare" aria-keyshortcuts="e" onClick={() => onWrite("edit")}>
          {words.edit}
        </Button>
      )}
      <More comment={comment} onBan={onBan} />
    </div>
  );
}

/** What was thrown away is put back before somebody answers it. */
export const mayReply = ({ status }: Pick<QueuedComment, "status">): boolean =>
  status === "pending" || status === "approved";

function More({ comment, onBan }: Pick<Props, "comment" | "onBan">) {
  const words = useWords(WORDS);
  const me = useMe();
  const { email, name, own } = comment;
  const bans = mayI(me, "comments.all") && !own;
  return (
    <Menu about={name || words.noName}>
      <a class="button" href={postAddress(comment)} target="_blank" rel="noreferrer">
        {words.toPost}
      </a>
      {bans && email && <Button onClick={() => onBan({ email })}>{words.ban(email)}</Button>}
      {bans &&
        hostsIn(comment).map((host) => (
          <Button key={host} onClick={() => onBan({ host })}>
            {words.ban(host)}
          </Button>
        ))}
    </Menu>
  );
}
