import { permalink } from "../../addresses.ts";
import { wordsOf } from "../../i18n/words.ts";
import type { InterfaceLang, YearCount } from "../../model.ts";
import { yearPath } from "../paths.ts";

/** The years, with how much each has. */
export const ArchiveBlock = ({
  lang,
  years,
}: {
  lang: InterfaceLang;
  years: readonly YearCount[];
}) => (
  <section class="block">
    <h2>{wordsOf(lang).archive}</h2>
    <ul class="in-line">
      {years.map(({ year, posts }) => (
        <li key={year}>
          <a href={permalink(yearPath(year))}>{year}</a> <small>{posts}</small>
        </li>
      ))}
    </ul>
  </section>
);
