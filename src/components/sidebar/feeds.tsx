import { wordsOf } from "../../i18n/words.ts";
import type { InterfaceLang } from "../../model.ts";
import { FEED, SUBSCRIBE } from "../paths.ts";

/** The feed, and the page that says what a feed is. */
export const FeedsBlock = ({ lang }: { lang: InterfaceLang }) => (
  <section class="block">
    <h2>{wordsOf(lang).feeds}</h2>
    <ul>
      <li>
        <a href={FEED}>{wordsOf(lang).postFeed}</a>
      </li>
      <li>
        <a href={SUBSCRIBE}>{wordsOf(lang).subscribe}</a>
      </li>
    </ul>
  </section>
);
