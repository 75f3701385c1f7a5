import type { Media, MediaUse } from "../../admin-api/media.ts";
import { useAsked } from "../asked.ts";
import { Answered } from "../parts/states.tsx";
import { useWords } from "../words.ts";
import { WORDS } from "./media-words.ts";

/** The posts and static pages that show a file. */
export function Uses({ media }: { readonly media: Media }) {
  const words = useWords(WORDS);
  const asked = useAsked<MediaUse[]>(media.usedIn > 0 ? `/api/media/${media.key}/uses` : null);
  if (media.usedIn === 0) return <p class="hint">{words.unused}</p>;
  return (
    <section>
      <h3>{words.usedIn}</h3>
      <Answered asked={asked}>
        {(uses) => (
          <ul>
            {uses.map(({ id, title }) => (
              <li key={id}>
                <a href={`/admin/posts/${id}/`}>{title || words.untitled}</a>
              </li>
            ))}
          </ul>
        )}
      </Answered>
    </section>
  );
}
