import { discussionWordsOf, langAttributes } from "../../i18n/words.ts";
import type { InterfaceLang, MarginNote, Path } from "../../model.ts";
import { newCommentPath } from "../paths.ts";

interface Props {
  readonly post: { readonly path: Path; readonly lang: string };
  /** The paragraph, from 1. */
  readonly block: number;
  /** The notes on it, by number. */
  readonly notes: readonly MarginNote[];
  /** Of the interface. */
  readonly lang: InterfaceLang;
  /** Whether the discussion is closed: there is no way to a new note then. */
  readonly closed: boolean;
}

/** The line after a paragraph: the notes on it, and the way to a new one. */
export function NoteLinks({ post, block, notes, lang, closed }: Props) {
  if (closed && notes.length === 0) return null;
  const words = discussionWordsOf(lang);
  return (
    <p class="notes" {...langAttributes(lang, post.lang)}>
      {notes.map(({ id, number, name, margin }) => (
        <a
          key={id}
          id={`note-${id}`}
          class={margin ? `note-${margin}` : undefined}
          href={`#comment-${id}`}
        >
          {words.noteBy(number, name)}
        </a>
      ))}
      {!closed && (
        <a
          class="note"
          href={newCommentPath(post.path, { at: block })}
          rel="nofollow"
          aria-label={words.noteOn(block)}
        >
          {words.note}
        </a>
      )}
    </p>
  );
}
