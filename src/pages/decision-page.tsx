import type { ComponentChildren } from "preact";
import { Layout } from "../components/layout.tsx";
import { FormStyle } from "../components/loader.tsx";
import type { Site } from "../model.ts";

/** A button of the page's form, and what it sends. */
export interface Choice {
  readonly action: string;
  readonly label: string;
  readonly hint?: string;
}

interface Props {
  readonly site: Site;
  readonly title: string;
  readonly sentences: readonly string[];
  readonly choices: readonly Choice[];
  /** What is decided about. */
  readonly children?: ComponentChildren;
}

/** Asks for one decision with buttons: nothing happens by looking at it. The form goes to the page's own address. */
export const DecisionPage = ({ site, title, sentences, choices, children }: Props) => (
  <Layout site={site} title={title} path={null} head={<FormStyle />}>
    <header class="list-head">
      <h1>{title}</h1>
    </header>
    {sentences.map((sentence) => (
      <p key={sentence}>{sentence}</p>
    ))}
    {children}
    <form method="post" class="comment-form">
      {choices.map(({ action, label, hint }) => (
        <p key={action} class="send">
          <button type="submit" name="action" value={action}>
            {label}
          </button>
          {hint && <small> {hint}</small>}
        </p>
      ))}
    </form>
  </Layout>
);
