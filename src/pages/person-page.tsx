import { Field } from "../components/discussion/field.tsx";
import { type FormProblem, ProblemSummary } from "../components/discussion/problem.tsx";
import { Layout } from "../components/layout.tsx";
import { moderationWordsOf } from "../i18n/moderation/words.ts";
import { MAX_EMAIL } from "../limits.ts";
import type { Site } from "../model.ts";

interface Props {
  readonly site: Site;
  /** What was typed, if the form came back. */
  readonly email?: string;
  readonly problem?: FormProblem | null;
}

/** Asks for an address, to which a link to all that is stored about it is sent. */
export function PersonPage({ site, email = "", problem = null }: Props) {
  const words = moderationWordsOf(site.lang);
  return (
    <Layout site={site} title={words.person} path={null}>
      <header class="list-head">
        <h1>{words.person}</h1>
      </header>
      <p>{words.personAsk}</p>
      <form method="post" class="comment-form">
        <ProblemSummary lang={site.lang} problem={problem} />
        <Field
          name="email"
          label={words.personEmail}
          type="email"
          complete="email"
          value={email}
          max={MAX_EMAIL}
          problem={problem}
          required
        />
        <p class="send">
          <button type="submit">{words.personNow}</button>
        </p>
      </form>
    </Layout>
  );
}
