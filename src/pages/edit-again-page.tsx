import { OwnForms } from "../components/discussion/own-forms.tsx";
import type { FormProblem } from "../components/discussion/problem.tsx";
import { Layout } from "../components/layout.tsx";
import { FormStyle } from "../components/loader.tsx";
import { discussionWordsOf } from "../i18n/words.ts";
import type { Site } from "../model.ts";

interface Props {
  readonly site: Site;
  /** What is known of the comment while nobody can read it: its id, and what was typed. */
  readonly comment: { readonly id: string; readonly text: string };
  readonly token: string;
  readonly problem: FormProblem;
}

/** A change of one's own comment that could not be stored, with all that was typed. */
export function EditAgainPage({ site, ...own }: Props) {
  const { ownTitle } = discussionWordsOf(site.lang);
  return (
    <Layout site={site} title={ownTitle} path={null} head={<FormStyle />}>
      <header class="list-head">
        <h1>{ownTitle}</h1>
      </header>
      <div class="own">
        <OwnForms site={site} {...own} editable />
      </div>
    </Layout>
  );
}
