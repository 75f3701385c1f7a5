import { renderToString } from "preact-render-to-string";
import { NoteLinks } from "../../src/components/discussion/note-links.tsx";
import type { Html, MarginNote, Post, Site } from "../../src/model.ts";

interface Woven {
  readonly site: Site;
  readonly post: Post;
  readonly notes: readonly MarginNote[];
}

/**
 * The text of a post with the way to its notes, and to a new one, after each block. The places were found when the text was
 * made; what is put there is markup of our own.
 */
export function weaveNotes({ site, post, notes }: Woven): Html {
  const closed = !post.commentsOpen || site.comments.night === "closed";
  if (closed && notes.length === 0) return post.html;
  let from = 0;
  const pieces = post.blocks.flatMap(([end], at) => {
    const block = at + 1;
    const here = notes
      .filter((note) => note.block === block)
      .map((note) => ({ ...note, note: { block, margin: note.margin } }));
    const piece = post.html.slice(from, end);
    from = end;
    const links = <NoteLinks {...{ post, block, closed }} notes={here} lang={site.lang} />;
    return [piece, renderToString(links)];
  });
  return [...pieces, post.html.slice(from)].join("") as Html;
}
