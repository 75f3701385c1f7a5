import { discussionWordsOf } from "../../i18n/words.ts";
import { MAX_EMAIL, MAX_NAME, MAX_QUOTE, MAX_TEXT, MAX_URL } from "../../limits.ts";
import type { Path, Site } from "../../model.ts";
import { SEND_COMMENT } from "../paths.ts";
import { Field } from "./field.tsx";
import { type FormProblem, ProblemSummary } from "./problem.tsx";
import { WhatIsStored } from "./what-is-stored.tsx";

/** What somebody typed, or what a form begins with. */
export interface CommentValues {
  readonly name: string;
  readonly email: string;
  readonly url: string;
  readonly text: string;
  readonly notify: boolean;
  /** The passage of a margin note, and the characters around it. */
  readonly quote: string;
  readonly prefix: string;
  readonly suffix: string;
}

export interface CommentFormProps {
  readonly site: Site;
  readonly postPath: Path;
  /** The public id of the comment that is answered; empty at the top. */
  readonly parent?: string;
  readonly values?: Partial<CommentValues>;
  readonly problem?: FormProblem | null;
  /** Whether the passage is to be cut down here: the form of a note that no script has made. */
  readonly editsQuote?: boolean;
}

/** The form of a comment, plain: it works wherever it stands, and the island only makes it pleasant. */
export function CommentForm(props: CommentFormProps) {
  const { site, postPath, parent = "", values = {}, problem = null, editsQuote = false } = props;
  const words = discussionWordsOf(site.lang);
  return (
    <form class="comment-form" method="post" action={SEND_COMMENT} id="write">
      <ProblemSummary lang={site.lang} problem={problem} />
      <input type="hidden" name="post" value={postPath} />
      <input type="hidden" name="parent" value={parent} />
      {editsQuote ? (
        <Field
          name="quote"
          label={words.quote}
          hint={words.quoteHint}
          value={values.quote}
          rows={4}
          max={MAX_QUOTE}
          problem={problem}
          required
        />
      ) : (
        <input type="hidden" name="quote" value={values.quote} />
      )}
      <input type="hidden" name="prefix" value={values.prefix} />
      <input type="hidden" name="suffix" value={values.suffix} />
      <Person site={site} values={values} problem={problem} />
      <Field
        name="text"
        label={words.text}
        hint={words.textHint}
        value={values.text}
        rows={6}
        max={MAX_TEXT}
        problem={problem}
        required
      />
      {site.comments.mail === "everyone" && (
        <label class="tick">
          <input type="checkbox" name="notify" value="1" checked={values.notify} /> {words.notify}
        </label>
      )}
      <label class="trap">
        {words.trap}
        <input name="subject" autoComplete="off" tabIndex={-1} />
      </label>
      <p class="send">
        <button type="submit">{words.send}</button>
      </p>
      <WhatIsStored site={site} />
    </form>
  );
}

type PersonProps = Required<Pick<CommentFormProps, "site" | "values" | "problem">>;

function Person({ site, values, problem }: PersonProps) {
  const words = discussionWordsOf(site.lang);
  return (
    <div class="person">
      <Field
        name="name"
        label={words.name}
        value={values.name}
        max={MAX_NAME * 2}
        complete="name"
        problem={problem}
        required
      />
      <Field
        name="email"
        type="email"
        label={words.email}
        hint={words.emailHint}
        value={values.email}
        max={MAX_EMAIL}
        complete="email"
        problem={problem}
      />
      <Field
        name="url"
        type="url"
        label={words.url}
        hint={words.optional}
        value={values.url}
        max={MAX_URL}
        complete="url"
        problem={problem}
      />
    </div>
  );
}
