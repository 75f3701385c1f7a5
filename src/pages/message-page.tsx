import { Layout } from "../components/layout.tsx";
import type { Site } from "../model.ts";

interface Props {
  readonly site: Site;
  readonly title: string;
  /** Each becomes a paragraph. */
  readonly sentences: readonly string[];
  /** Where it goes on; its address is percent-encoded. */
  readonly link: { readonly title: string; readonly href: string } | null;
}

/** Says one thing: thanks, closed, unsubscribed. */
export const MessagePage = ({ site, title, sentences, link }: Props) => (
  <Layout site={site} title={title} path={null}>
    <header class="list-head">
      <h1>{title}</h1>
    </header>
    {sentences.map((sentence) => (
      <p key={sentence}>{sentence}</p>
    ))}
    {link && (
      <p class="read-on">
        <a href={link.href}>{link.title}</a>
      </p>
    )}
  </Layout>
);
