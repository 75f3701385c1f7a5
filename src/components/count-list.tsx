import { permalink } from "../addresses.ts";
import { wordsOf } from "../i18n/words.ts";
import type { InterfaceLang, SiteLink } from "../model.ts";

interface Props {
  readonly lang: InterfaceLang;
  readonly rows: readonly (SiteLink & { readonly posts: number })[];
}

/** Years or months, each with how many posts it has. */
export const CountList = ({ lang, rows }: Props) => (
  <ul class="counts">
    {rows.map(({ title, path, posts }) => (
      <li key={path}>
        <a href={permalink(path)}>{title}</a> <small>{wordsOf(lang).posts(posts)}</small>
      </li>
    ))}
  </ul>
);
