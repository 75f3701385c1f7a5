import { render } from "preact";
import type { IslandWords } from "../i18n/island/de.ts";
import { deliver, type Sent } from "./deliver.ts";
import { Desk } from "./desk.tsx";
import { formWords } from "./form-words.ts";
import { type Fields, keepDraft, keepOwn, listUnsent, type Own } from "./kept.ts";
import { placeComment, placeOwn } from "./place-comment.tsx";

/** Wakes the discussion of a post: its form, and what this browser wrote below it. */
export async function start(place: HTMLElement) {
  const words = await formWords();
  const form = place.querySelector<HTMLFormElement>(".comment-form");
  const sent = (comment: Sent, fields: Fields) => receive(place, words, comment, fields);
  const desk = form && new Desk(form, words, sent);
  sendUnsent(place, words, desk, sent);
  placeOwn(place, words);
  return {
    open: (link: HTMLAnchorElement) =>
      desk && (link.matches(".note") ? note : reply)(desk, words, link),
  };
}

/** Moves the form to the comment that is answered. */
function reply(desk: Desk, words: IslandWords, link: HTMLAnchorElement): void {
  const article = link.closest("article");
  const parent = article?.parentElement?.id.slice("comment-".length);
  if (!article || !parent) {
    location.assign(link.href);
    return;
  }
  const whom = ["number", "name"].map((part) => article.querySelector(`.${part}`)?.textContent);
  desk.move(article, { title: words.reply(whom.join(" ")) }, { parent }, link);
}

/** Moves the form to the paragraph that a note is on. */
async function note(desk: Desk, words: IslandWords, link: HTMLAnchorElement): Promise<void> {
  const { passageBefore } = await import("./passage.ts");
  const passage = passageBefore(link);
  const about = { title: words.note, quote: passage.quote };
  desk.move(link.closest(".notes") ?? link, about, { ...passage }, link);
}

/** A comment that has arrived: remembered, and shown where it stands. */
function receive(place: HTMLElement, words: IslandWords, comment: Sent, fields: Fields): void {
  const own = remember(comment, fields);
  // The page of a single form has no list.
  if (place.id === "comments") placeComment(place, words, comment, own)?.focus();
  else location.assign(`/comments/${own.id}/?token=${own.token}`);
}

function remember({ id, editableUntil, number }: Sent, fields: Fields): Own {
  const { submission: token, post, parent = "", text } = fields;
  const own = { id, token, post, parent, editableUntil, text, approved: number !== null };
  keepOwn(own);
  return own;
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
    } else {
      deliver(fields, (news) => {
        if (news.kind === "sent" && here) sent(news.comment, fields);
        else if (news.kind === "sent") say(place, words.arrived, remember(news.comment, fields));
        else if (news.kind === "refused") keepDraft(fields.post, fields.text);
      });
    }
  }
}

function say(place: HTMLElement, sentence: string, { id, token, post }: Own): void {
  const host = document.createElement("div");
  place.prepend(host);
  render(
    <p class="news" role="status">
      {sentence} <a href={`/comments/${id}/?token=${token}`}>{post}</a>
    </p>,
    host,
  );
}
