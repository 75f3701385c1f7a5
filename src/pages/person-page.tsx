import { Field } from "../components/discussion/field.tsx";
import { Layout } from "../components/layout.tsx";
import { moderationWordsOf } from "../i18n/moderation/words.ts";
import { MAX_EMAIL } from "../limits.ts";
import type { Site } from "../model.ts";

/** Asks for an address, to which a link to all that is stored about it is sent. */
export function PersonPage({ site }: { readonly site: Site }) {
  const words = moderationWordsOf(site.lang);
  return (
    <Layout site={site} title={words.person} path={null}>
      <header class="list-head">
        <h1>{words.person}</h1>
      </header>
      <p>{words.personAsk}</p>
      <form method="post" class="comment-form">
        <Field
          name="email"
          label={words.personEmail}
          type="email"
          complete="email"
          value=""
          max={MAX_EMAIL}
          problem={null}
          required
        />
        <p class="send">
          <button type="submit">{words.personNow}</button>
        </p>
      </form>
    </Layout>
  );
}
