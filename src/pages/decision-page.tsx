import type { ComponentChildren } from "preact";
import { Layout } from "../components/layout.tsx";
import { FRONT } from "../components/paths.ts";
import { wordsOf } from "../i18n/words.ts";
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
  /** None where everything is decided. */
  readonly choices?: readonly Choice[];
  readonly children?: ComponentChildren;
}

/** Asks for one decision with buttons, or says what came of it: nothing happens by looking at it. */
export const DecisionPage = ({ site, title, sentences, choices = [], children }: Props) => (
  <Layout site={site} title={title} path={null}>
    <section class="apology">
      <h1>{title}</h1>
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {children}
      {choices.length > 0 ? (
        <form method="post" class="decision">
          {choices.map((choice) => (
            <ChoiceButton key={choice.action} {...choice} />
          ))}
        </form>
      ) : (
        <p>
          <a href={FRONT}>{wordsOf(site.lang).home}</a>
        </p>
      )}
    </section>
  </Layout>
);

const ChoiceButton = ({ action, label, hint }: Choice) => (
  <p>
    <button type="submit" name="action" value={action}>
      {label}
    </button>
    {hint && <small> {hint}</small>}
  </p>
);
