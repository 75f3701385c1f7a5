import type { D1Database } from "@cloudflare/workers-types";
import { setNoteBlock } from "../../db/write/discussion/decide.ts";
import { listNotes } from "../../db/write/discussion/notes.ts";
import type { Statements } from "../../db/write/drafts.ts";
import { blockTexts, findPassage } from "./passages.ts";

/** Finds the places of all notes anew in posts whose text becomes another. */
export async function placeNotes(
  db: D1Database,
  posts: readonly { readonly guid: string; readonly html: string }[],
): Promise<Statements> {
  if (posts.length === 0) return [];
  const notes = await listNotes(
    db,
    posts.map(({ guid }) => guid),
  );
  return posts.flatMap(({ guid, html }) => {
    const here = notes.filter((note) => note.guid === guid);
    if (here.length === 0) return [];
    const texts = blockTexts(html);
    return here.map(({ id, ...quote }) => setNoteBlock(db, id, findPassage(quote, texts)));
  });
}
