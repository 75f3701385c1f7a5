import { useEffect, useMemo, useState } from "preact/hooks";
import { listenToKeys, type Shortcut, useShortcuts } from "../keys.ts";
import { mayI, useMe } from "../me.ts";
import { PageHead } from "../parts/page-head.tsx";
import { places } from "../places.ts";
import { useNewPost } from "../posts/new-post.tsx";
import { navigate, useLocation } from "../router.tsx";
import { findPlace, isOpen } from "../routes.ts";
import { useWords } from "../words.ts";
import { Help } from "./help.tsx";
import { Screen } from "./screen.tsx";
import { Side } from "./side.tsx";

/** The navigation, and the page that somebody went to. */
export function Frame() {
  const words = useWords();
  const me = useMe();
  const { pathname } = useLocation();
  const [helps, setHelps] = useState(false);
  useEffect(listenToKeys, []);
  useFrameKeys(() => setHelps(true));
  const found = findPlace(places, pathname);
  return (
    <div class="frame">
      <a class="skip" href="#content">
        {words.skip}
      </a>
      <Side onHelp={() => setHelps(true)} />
      <main id="content" tabIndex={-1}>
        {found && isOpen(found.place, me.can) ? (
          <Screen key={found.place.path} {...found} />
        ) : (
          <PageMissing />
        )}
      </main>
      {helps && <Help onClose={() => setHelps(false)} />}
    </div>
  );
}

function PageMissing() {
  const words = useWords();
  return (
    <>
      <PageHead title={words.missing} />
      <p>{words.missingLong}</p>
    </>
  );
}

/** Keys that work on every page. */
function useFrameKeys(help: () => void): void {
  const words = useWords();
  const me = useMe();
  const [newPost] = useNewPost("post");
  const shortcuts = useMemo((): Shortcut[] => {
    const open = places.filter((place) => place.entry && place.letter && isOpen(place, me.can));
    const go = open.map(({ path, entry, letter }) => ({
      keys: `g ${letter}`,
      does: words.shortcutsOf.go(entry ? words.entries[entry] : path),
      run: () => navigate(path),
    }));
    const write = { keys: "n", does: words.newPost, run: newPost };
    const always = [{ keys: "?", does: words.shortcutsOf.help, run: help }];
    return [...always, ...(mayI(me, "posts.own") ? [write] : []), ...go];
  }, [words, me, newPost]);
  useShortcuts(shortcuts);
}
