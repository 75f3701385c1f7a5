import { permalink } from "../../addresses.ts";
import { discussionWordsOf } from "../../i18n/words.ts";
import type { Site } from "../../model.ts";

/** One sentence under the button: what becomes public, and where the rest stands. */
export function WhatIsStored({ site }: { site: Site }) {
  const words = discussionWordsOf(site.lang);
  const privacy = site.footer.find(({ path }) => /datenschutz|privacy/i.test(path));
  return (
    <p class="hint">
      {words.stored}
      {privacy && (
        <>
          {words.storedMore}
          <a href={permalink(privacy.path)}>{privacy.title}</a>
        </>
      )}
      .
    </p>
  );
}
