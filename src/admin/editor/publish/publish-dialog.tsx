import { useState } from "preact/hooks";
import type { PostFields, PostFull, PostStatus, Published } from "../../../admin-api/posts.ts";
import { sentenceOf, useDesk } from "../desk.ts";
import { Modal } from "../parts/modal.tsx";
import { PublishDone } from "./publish-done.tsx";
import { type When, WhenFields } from "./when-fields.tsx";
import { localText, momentOf } from "./zone.ts";

interface PublishDialogProps {
  readonly post: PostFull;
  readonly fields: PostFields;
  /** `date`: "2026-01-31 18:00" on the blog's clock, null for now or the date that it has. */
  readonly publish: (status: PostStatus, date: string | null) => Promise<Published>;
  readonly onClose: () => void;
}

const SEEN = ["published", "unlisted", "private"] as const;
type Seen = (typeof SEEN)[number];

/** When a post appears, and who sees it. Afterwards its address. */
export function PublishDialog({ post, fields, publish, onClose }: PublishDialogProps) {
  const desk = useDesk();
  const { words, timeZone } = desk;
  const [when, setWhen] = useState<When>({ kind: post.publishedAt ? "keep" : "now", local: "" });
  const [seen, setSeen] = useState<Seen>(seenOf(post.status));
  const [problem, setProblem] = useState<string | null>(null);
  const [isSending, setSending] = useState(false);
  const [done, setDone] = useState<Published | null>(null);
  if (done) return <PublishDone published={done} onClose={onClose} />;
  const moment = when.kind === "later" ? momentOf(timeZone, when.local) : null;
  const send = async (status: PostStatus, date: string | null) => {
    setSending(true);
    setProblem(null);
    try {
      setDone(await publish(status, date));
    } catch (caught) {
      const isConflict = (caught as { status?: number }).status === 409;
      setProblem(isConflict ? words.publish.conflict : sentenceOf(caught, desk));
      setSending(false);
    }
  };
  const submit = (event: Event) => {
    event.preventDefault();
    if (!fields.title.trim()) setProblem(words.publish.noTitle);
    else if (when.kind === "later" && moment === null) setProblem(words.publish.gap);
    else void send(seen, dateOf(when, post, timeZone));
  };
  return (
    <Modal title={words.publish.title} onClose={onClose}>
      <form onSubmit={submit}>
        <WhenFields publishedAt={post.publishedAt} when={when} onChange={setWhen} />
        <WhoFields seen={seen} onChange={setSeen} />
        <p class="ed-problem" role="alert">
          {problem}
        </p>
        <footer>
          {post.status !== "draft" && (
            <button
              type="button"
              class="button"
              disabled={isSending}
              onClick={() => void send("draft", null)}
            >
              {words.publish.toDraft}
            </button>
          )}
          <button type="submit" class="button main" disabled={isSending}>
            {labelOf(post, seen, moment, words.publish)}
          </button>
        </footer>
      </form>
    </Modal>
  );
}

const seenOf = (status: PostStatus): Seen =>
  status === "unlisted" || status === "private" ? status : "published";

/** "Now" of a post that waits for a date is a date, too. */
function dateOf({ kind, local }: When, post: PostFull, zone: string): string | null {
  if (kind === "later") return local.replace("T", " ");
  const isPlanned = post.publishedAt !== null && Date.parse(post.publishedAt) > Date.now();
  if (kind === "keep" || !isPlanned) return null;
  return nowIn(zone);
}

/** "2026-01-31 18:00": the minute that has begun. */
const nowIn = (zone: string): string => localText(zone, Date.now()).replace("T", " ");

function labelOf(
  post: PostFull,
  seen: Seen,
  moment: number | null,
  { go, plan, update, save }: { go: string; plan: string; update: string; save: string },
): string {
  if (seen === "private") return save;
  if (moment !== null && moment > Date.now()) return plan;
  return post.status === "published" || post.status === "unlisted" ? update : go;
}

interface WhoProps {
  readonly seen: Seen;
  readonly onChange: (seen: Seen) => void;
}

function WhoFields({ seen, onChange }: WhoProps) {
  const { publish } = useDesk().words;
  return (
    <fieldset class="ed-field">
      <legend>{publish.who}</legend>
      {SEEN.map((kind) => (
        <label key={kind} class="ed-check">
          <input
            {...{ type: "radio", name: "seen", value: kind, checked: seen === kind }}
            onChange={() => onChange(kind)}
          />
          <span>
            {publish[kind]} <small>{publish[`${kind}Hint`]}</small>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
