import { useEffect, useState } from "preact/hooks";
import type { Links } from "../../../admin-api/posts.ts";
import { Field } from "../../parts/fields.tsx";
import { useDesk } from "../desk.ts";
import { Modal } from "../parts/modal.tsx";
import type { LinkPlace } from "../surface/insert.ts";

interface LinkDialogProps {
  readonly place: LinkPlace;
  /** An empty address takes the link away. */
  readonly onSet: (words: string, address: string) => void;
  readonly onClose: () => void;
}

const ADDRESS = /^(https?:\/\/|mailto:|\/|#)\S*$|^[\w-]+(\.[\w-]+)+(\/\S*)?$/i;
/** Milliseconds without a key before a search goes out. */
const QUIET = 250;

/** Asks for an address, or finds an own post by its words. */
export function LinkDialog({ place, onSet, onClose }: LinkDialogProps) {
  const { words } = useDesk();
  const [text, setText] = useState(place.words);
  const [address, setAddress] = useState(place.address);
  const found = useLinks(ADDRESS.test(address) ? "" : address);
  const set = (event: Event) => {
    event.preventDefault();
    if (ADDRESS.test(address.trim())) onSet(text.trim(), complete(address.trim()));
  };
  return (
    <Modal title={words.link.title} onClose={onClose}>
      <form onSubmit={set}>
        <Field label={words.link.address}>
          {(control) => (
            <input
              {...control}
              type="text"
              inputMode="url"
              autocomplete="off"
              value={address}
              onInput={(event) => setAddress(event.currentTarget.value)}
            />
          )}
        </Field>
        <FoundPosts found={found} onPick={(post) => onSet(text.trim() || post.title, post.path)} />
        <Field label={words.link.words}>
          {(control) => (
            <input
              {...control}
              type="text"
              value={text}
              onInput={(event) => setText(event.currentTarget.value)}
            />
          )}
        </Field>
        <footer>
          {place.address && (
            <button type="button" class="button" onClick={() => onSet(text, "")}>
              {words.link.remove}
            </button>
          )}
          <button type="submit" class="button main" disabled={!ADDRESS.test(address.trim())}>
            {words.link.set}
          </button>
        </footer>
      </form>
    </Modal>
  );
}

interface FoundProps {
  readonly found: Links | null;
  readonly onPick: (post: Links[0]) => void;
}

function FoundPosts({ found, onPick }: FoundProps) {
  const { words } = useDesk();
  return (
    <div class="ed-found" aria-live="polite">
      {found?.length === 0 && <p class="ed-hint">{words.link.none}</p>}
      {found && found.length > 0 && (
        <ul aria-label={words.link.found}>
          {found.map((post) => (
            <li key={post.path}>
              <button type="button" onClick={() => onPick(post)}>
                <strong>{post.title}</strong> <span>{post.path}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** Own posts for what was typed; null while nothing is asked. */
function useLinks(typed: string): Links | null {
  const { ask } = useDesk();
  const [found, setFound] = useState<Links | null>(null);
  useEffect(() => {
    if (typed.trim().length < 2) return setFound(null);
    const timer = setTimeout(() => {
      ask<Links>(`/links?q=${encodeURIComponent(typed.trim())}`).then(setFound, () => setFound([]));
    }, QUIET);
    return () => clearTimeout(timer);
  }, [typed]);
  return found;
}

/** "example.org" means a page, and "a@example.org" a mail. */
function complete(address: string): string {
  if (/^(https?:|mailto:|\/|#)/i.test(address)) return address;
  return `https://${address}`;
}
