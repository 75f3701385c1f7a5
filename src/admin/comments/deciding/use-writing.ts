import { useRef, useState } from "preact/hooks";
import type { QueuedComment } from "../../../admin-api/comments.ts";
import { ask } from "../../api.ts";
import { toast } from "../../parts/toasts.tsx";
import { useWords } from "../../words.ts";
import { mayReply } from "../one/queued-actions.tsx";
import type { Writing } from "../one/write-box.tsx";
import type { Focus } from "../use-focus.ts";
import type { Shown } from "../use-shown.ts";
import { WORDS } from "../words.ts";
import type { Decisions } from "./use-decisions.ts";

/** The one field that is open below a comment, and what becomes of what is typed there. */
export function useWriting(shown: Shown, focus: Focus, { keep }: Decisions) {
  const words = useWords(WORDS);
  const [open, setOpen] = useState<{ readonly id: string; readonly what: Writing } | null>(null);
  const named = useRef({ of: "", key: "" });
  /** The same answer sent again is the same one, however often the network loses it. */
  const keyOf = (id: string, text: string): string => {
    const of = `${id} ${text}`;
    if (named.current.of !== of) named.current = { of, key: crypto.randomUUID() };
    return named.current.key;
  };
  const write = (comment: QueuedComment, what: Writing | null) => {
    if (what === "reply" && !mayReply(comment)) return;
    if (what === "edit" && !comment.whole) return;
    setOpen(what && { id: comment.id, what });
    if (what === null && shown.rows?.some(({ id }) => id === comment.id)) focus.goTo(comment.id);
  };
  const reply = async (comment: QueuedComment, text: string) => {
    const path = `/api/comments/${encodeURIComponent(comment.id)}/reply`;
    const headers = { "Idempotency-Key": keyOf(comment.id, text) };
    const { id } = await ask<{ id: string }>(path, { method: "POST", body: { text }, headers });
    // Taken back, the answer goes into the trash, and what waited waits again.
    const was = [
      { id, status: "trash" as const },
      ...(comment.status === "pending" ? [{ id: comment.id, status: comment.status }] : []),
    ];
    keep({ was, action: "approve", address: shown.address }, words.replied);
    if (comment.status !== "pending") return;
    focus.leave([comment.id]);
    shown.hide([comment.id]);
  };
  const reword = async (comment: QueuedComment, text: string) => {
    await ask(`/api/comments/${encodeURIComponent(comment.id)}`, { method: "PUT", body: { text } });
    const editedAt = `${new Date().toISOString().slice(0, 19)}Z`;
    shown.paged.put((rows) =>
      rows.map((row) => (row.id === comment.id ? { ...row, text, editedAt } : row)),
    );
    toast(words.reworded);
  };
  const send = (comment: QueuedComment, what: Writing, text: string) =>
    what === "reply" ? reply(comment, text) : reword(comment, text);
  return { open, write, send };
}
