import { permalink } from "../addresses.ts";
import { Layout } from "../components/layout.tsx";
import { SearchForm } from "../components/search-form.tsx";
import { Time } from "../components/time.tsx";
import { langAttributes, wordsOf } from "../i18n/words.ts";
import type { SearchResult, Site, TextPiece } from "../model.ts";

interface Props {
  readonly site: Site;
  /** What was asked; empty where nobody has asked yet. */
  readonly question: string;
  /** The best first. */
  readonly results: readonly SearchResult[];
}

/** The search, and what it found. It has no address of its own: its answer is made for one question. */
export function SearchPage({ site, question, results }: Props) {
  const words = wordsOf(site.lang);
  return (
    <Layout site={site} title={words.search} path={null}>
      <header class="list-head">
        <h1>{question ? words.foundFor(question) : words.search}</h1>
        <SearchForm lang={site.lang} question={question} />
        {question && <p class="meta">{words.found(results.length)}</p>}
      </header>
      {question && results.length === 0 && <p class="empty">{words.searchHint}</p>}
      {results.length > 0 && (
        <ol class="found">
          {results.map((result) => (
            <Found key={result.path} site={site} result={result} />
          ))}
        </ol>
      )}
    </Layout>
  );
}

function Found({ site, result }: { site: Site; result: SearchResult }) {
  const { kind, path, lang, title, excerpt, publishedAt } = result;
  return (
    <li {...langAttributes(lang, site.lang)}>
      <h2>
        <a href={permalink(path)}>
          {title.length > 0 ? <Marked pieces={title} /> : wordsOf(site.lang).untitled}
        </a>
      </h2>
      {kind === "post" && (
        <p class="meta">
          <Time time={publishedAt} lang={lang} around={lang} timeZone={site.timeZone} />
        </p>
      )}
      <p class="snippet">
        <Marked pieces={excerpt} />
      </p>
    </li>
  );
}

const Marked = ({ pieces }: { pieces: readonly TextPiece[] }) => (
  <>{pieces.map(({ text, found }) => (found ? <mark>{text}</mark> : text))}</>
);
