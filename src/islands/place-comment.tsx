import { render } from "preact";
import type { IslandWords } from "../i18n/island/de.ts";
import { ask } from "./ask.ts";
import type { Sent } from "./deliver.ts";
import { isEditable, keepOwn, listOwn, type Own } from "./kept.ts";
import { Placed } from "./placed.tsx";

/** Puts a comment of this browser into the list: in its own place if it stands there, else at the end of its thread. */
export function placeComment(place: HTMLElement, words: IslandWords, comment: Sent, own: Own) {
  const item = document.getElementById(`comment-${own.id}`) ?? newItem(place, own);
  const host = document.createElement("div");
  const there = item.querySelector(":scope > article");
  if (there) there.replaceWith(host);
  else item.prepend(host);
  render(<Placed words={words} comment={comment} own={own} />, host);
  return host.querySelector<HTMLElement>("article");
}

function newItem(place: HTMLElement, { id, parent }: Own): HTMLElement {
  const item = document.createElement("li");
  item.id = `comment-${id}`;
  const above = (parent && document.getElementById(`comment-${parent}`)) || place;
  let list = above.querySelector(":scope > .comments");
  if (!list) {
    list = document.createElement("ol");
    list.className = "comments";
    if (above === place) above.querySelector("h2")?.after(list);
    else above.append(list);
  }
  list.append(item);
  return item;
}

/** Shows what this browser wrote below this post and others do not see yet, or its writer may still change. */
export async function placeOwn(place: HTMLElement, words: IslandWords): Promise<void> {
  const mine = listOwn().filter(
    (own) => own.post === place.dataset["post"] && !(own.approved && !isEditable(own)),
  );
  if (!mine[0]) return;
  const tokens = mine.map(({ id, token }) => ({ id, token }));
  const reply = await ask<{ comments: readonly Sent[] }>("/comments/mine/", { tokens });
  for (const own of mine) {
    const comment = reply?.data?.comments?.find(({ id }) => id === own.id);
    if (!comment) continue;
    keepOwn({ ...own, approved: comment.number !== null });
    // An older one that is approved stands in the list, or on another page of it.
    if (isEditable(own) || !comment.number) placeComment(place, words, comment, own);
  }
}
