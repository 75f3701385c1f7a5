import { useEffect, useState } from "preact/hooks";
import { useMyself } from "../me.ts";
import type { Place } from "../place.ts";
import { places } from "../places.ts";
import { useLocation } from "../router.tsx";
import { isOpen } from "../routes.ts";
import { useWords } from "../words.ts";

interface Props {
  readonly onHelp: () => void;
}

/** The navigation: beside the page, or above it behind a button where there is no room. */
export function Side({ onHelp }: Props) {
  const words = useWords();
  const { me } = useMyself();
  const { pathname } = useLocation();
  const [isOpenNow, setOpen] = useState(false);
  useEffect(() => setOpen(false), [pathname]);
  return (
    <header class={isOpenNow ? "side open" : "side"}>
      <div class="side-top">
        <a class="blog" href="/admin/">
          {me.blog.title || words.application}
        </a>
        <button
          type="button"
          class="side-toggle"
          aria-expanded={isOpenNow}
          aria-controls="places"
          onClick={() => setOpen(!isOpenNow)}
        >
          {words.menu}
        </button>
      </div>
      <div class="side-sheet" id="places">
        <nav aria-label={words.navigation}>
          <ul>
            {places
              .filter((place) => place.entry && isOpen(place, me.can))
              .map((place) => (
                <Entry key={place.path} place={place} />
              ))}
          </ul>
        </nav>
        <ul class="side-foot">
          <li>
            <a href="/" target="_blank" rel="noreferrer">
              {words.toBlog}
            </a>
          </li>
          <li>
            <button type="button" onClick={onHelp}>
              {words.shortcuts} <kbd>?</kbd>
            </button>
          </li>
        </ul>
      </div>
    </header>
  );
}

function Entry({ place: { path, entry } }: { readonly place: Place }) {
  const words = useWords();
  const { me } = useMyself();
  const { pathname } = useLocation();
  if (!entry) return null;
  const isHere = pathname === path || (path !== "/admin/" && pathname.startsWith(path));
  return (
    <li>
      <a href={path} aria-current={isHere ? "page" : undefined}>
        {words.entries[entry]}
        {entry === "comments" && me.waiting > 0 && (
          <>
            <span class="count" aria-hidden="true">
              {me.waiting}
            </span>
            <span class="only-heard">{words.waiting(me.waiting)}</span>
          </>
        )}
      </a>
    </li>
  );
}
