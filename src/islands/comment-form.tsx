import { render } from "preact";
import type { IslandWords } from "../i18n/island/de.ts";
import type { CommentNode } from "../model.ts";
import { ask } from "./ask.ts";
import { deliver, type Sent } from "./deliver.ts";
import { Desk } from "./desk.tsx";
import { type Fields, keepDraft, keepOwn, listUnsent } from "./kept.ts";
import { loadWords } from "./load-words.ts";
import { passageBefore } from "./passage.ts";
import { placeComment, placeOwn } from "./place-comment.tsx";

/** Wakes the discussion of a post: its form, and what this browser wrote below it. */
export async function start(place: HTMLElement) {
  const words = await loadWords();
  const form = place.querySelector<HTMLFormElement>(".comment-form");
  const sent = (comment: Sent, fields: Fields) => receive(place, words, comment, fields);
  const desk = form && new Desk(form, words, { preview, sent });
  sendUnsent(place, words, desk, sent);
  // Who is offline sees the others' comments all the same.
  placeOwn(place, words).catch(() => {});
  return { open: (link: HTMLAnchorElement) => desk && open(desk, words, link) };
}

/** Moves the form to the comment that is answered, or to the paragraph that a note is on. */
function open(desk: Desk, words: IslandWords, link: HTMLAnchorElement): void {
  const parent = new URL(link.href).searchParams.get("parent");
  const comment = parent && document.getElementById(`comment-${parent}`);
  if (comment) {
    const nameOf = (part: string) => comment.querySelector(`:scope > article ${part}`)?.textContent;
    const title = words.reply([nameOf(".number"), nameOf(".name")].join(" "));
    const article = comment.querySelector(":scope > article") ?? comment;
    desk.move(article, { title, quote: "" }, { parent }, link);
  } else {
    const passage = passageBefore(link);
    const line = link.closest(".notes") ?? link;
    desk.move(line, { title: words.note, quote: passage.quote }, { ...passage }, link);
  }
}

/** A comment that has arrived: remembered, and shown where it stands. */
function receive(place: HTMLElement, words: IslandWords, comment: Sent, fields: Fields): void {
  const { id, editableUntil, number } = comment;
  const { submission: token, post, parent = "", text } = fields;
  const own = { id, token, post, parent, editableUntil, text, approved: number !== null };
  keepOwn(own);
  // The page of a single form has no list.
  if (place.id !== "comments") location.assign(`${comment.own}?token=${token}`);
  else placeComment(place, words, comment, own)?.focus();
}

/** What an earlier visit could not send: in the form if it belongs here, else in the background. */
function sendUnsent(
  place: HTMLElement,
  words: IslandWords,
  desk: Desk | null,
  sent: (comment: Sent, fields: Fields) => void,
): void {
  let free = desk;
  for (const fields of listUnsent()) {
    const here = fields.post === place.dataset["post"];
    if (free && here) {
      free.resume(fields);
      free = null;
    } else
      deliver(fields, (news) => {
        if (news.kind === "sent" && here) sent(news.comment, fields);
        else if (news.kind === "sent") {
          keepOwn({ ...fields, ...news.comment, token: fields.submission, parent: "" });
          say(place, words.arrived, `${news.comment.own}?token=${fields.submission}`);
        } else if (news.kind === "refused") {
          keepDraft(fields.post, fields.text);
          say(place, words.returned, fields.post);
        }
      });
  }
}

function say(place: HTMLElement, sentence: string, href: string): void {
  const host = document.createElement("div");
  place.prepend(host);
  render(
    <p class="news" role="status">
      {sentence} <a href={href}>{href.split("?")[0]}</a>
    </p>,
    host,
  );
}

async function preview(post: string, text: string): Promise<readonly CommentNode[]> {
  const reply = await ask<{ nodes: CommentNode[] }>("/comments/preview", { post, text }).catch(
    () => null,
  );
  return reply?.data?.nodes ?? [];
}
