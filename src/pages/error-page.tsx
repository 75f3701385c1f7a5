import type { ComponentChildren } from "preact";
import { HtmlDocument } from "../components/document.tsx";
import { Layout } from "../components/layout.tsx";
import { FRONT } from "../components/paths.ts";
import { SearchForm } from "../components/search-form.tsx";
import type { ErrorStatus } from "../i18n/de.ts";
import { wordsOf } from "../i18n/words.ts";
import type { InterfaceLang, Site } from "../model.ts";

interface Props {
  /** Null when the blog cannot be read: then nobody knows its language. */
  readonly site: Site | null;
  readonly status: number;
  /** A BlogError's own sentence. Never a part of the address that was asked for. */
  readonly message?: string | undefined;
}

/** What a person sees instead of a page. */
export function ErrorPage({ site, status, message }: Props) {
  if (!site) return <NobodyHome status={status} message={message} />;
  return (
    <Layout site={site} title={sentences(site.lang, status)[0]} path={null}>
      <Apology lang={site.lang} status={status}>
        {message && <p>{message}</p>}
      </Apology>
    </Layout>
  );
}

const NobodyHome = ({ status, message }: Omit<Props, "site">) => (
  <HtmlDocument lang="en" title={sentences("en", status)[0]} indexed={false}>
    <main class="sheet bare">
      <Apology lang="en" status={status}>
        {message && <p>{message}</p>}
      </Apology>
      <div lang="de">
        <Apology lang="de" status={status} />
      </div>
    </main>
  </HtmlDocument>
);

interface ApologyProps {
  readonly lang: InterfaceLang;
  readonly status: number;
  readonly children?: ComponentChildren;
}

function Apology({ lang, status, children }: ApologyProps) {
  const [title, sentence] = sentences(lang, status);
  const words = wordsOf(lang);
  return (
    <section class="apology">
      <p class="kicker">
        {words.error} {status}
      </p>
      <h1>{title}</h1>
      <p>{sentence}</p>
      {children}
      {status === 404 && <SearchForm lang={lang} />}
      <p>
        <a href={FRONT}>{words.home}</a>
      </p>
    </section>
  );
}

function sentences(lang: InterfaceLang, status: number): readonly [string, string] {
  const { errors } = wordsOf(lang);
  const known = status in errors ? (status as ErrorStatus) : status >= 500 ? 500 : 400;
  return errors[known];
}
