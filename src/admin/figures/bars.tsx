import { useLang, useWords } from "../words.ts";
import { WORDS } from "./words.ts";

interface Row {
  readonly key: string;
  readonly name: string;
  readonly count: number;
  /** A path of the blog. */
  readonly href?: string;
}

/** Some of the largest, each with a bar as long as it counts. */
export function Bars({ rows }: { readonly rows: readonly Row[] }) {
  const words = useWords(WORDS);
  const lang = useLang();
  const most = Math.max(1, ...rows.map(({ count }) => count));
  if (rows.length === 0) return <p class="faded">{words.nothing}</p>;
  return (
    <ul class="bars">
      {rows.map(({ key, name, count, href }) => (
        <li key={key}>
          {href ? (
            <a href={href} target="_blank" rel="noreferrer">
              {name}
            </a>
          ) : (
            <bdi>{name}</bdi>
          )}
          <span class="number">{count.toLocaleString(lang)}</span>
          <svg viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
            <rect width={(count / most) * 100} height="1" />
          </svg>
        </li>
      ))}
    </ul>
  );
}
