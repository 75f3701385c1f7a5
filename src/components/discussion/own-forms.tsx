import type { ComponentChildren } from "preact";
import { discussionWordsOf } from "../../i18n/words.ts";
import { MAX_TEXT } from "../../limits.ts";
import type { Site } from "../../model.ts";
import { commentPath } from "../paths.ts";
import { Field } from "./field.tsx";
import { type FormProblem, ProblemSummary } from "./problem.tsx";

interface Props {
  readonly site: Site;
  readonly comment: { readonly id: string; readonly text: string };
  readonly token: string;
  readonly editable: boolean;
  readonly problem: FormProblem | null;
}

/** What a writer may do with a comment: change and withdraw it for a while, and see and erase what is stored at any time. */
export function OwnForms({ site, comment, token, editable, problem }: Props) {
  const words = discussionWordsOf(site.lang);
  const to = { id: comment.id, token };
  return (
    <>
      {editable && (
        <>
          <Action {...to} action="edit" class="comment-form">
            <ProblemSummary lang={site.lang} problem={problem} />
            <Field
              name="text"
              label={words.edit}
              hint={words.textHint}
              value={comment.text}
              rows={6}
              max={MAX_TEXT}
              problem={problem}
              required
            />
            <p class="send">
              <button type="submit">{words.save}</button>
            </p>
          </Action>
          <Quiet {...to} action="withdraw" label={words.withdraw} hint={words.withdrawHint} />
        </>
      )}
      <h2>{words.rights}</h2>
      <Quiet {...to} action="export" label={words.export} />
      <Quiet {...to} action="erase" label={words.erase} hint={words.eraseHint} />
      <Quiet {...to} action="anonymise" label={words.anonymise} hint={words.anonymiseHint} />
    </>
  );
}

interface ActionProps {
  readonly id: string;
  readonly token: string;
  readonly action: "edit" | "withdraw" | "erase" | "anonymise" | "export";
  readonly class: string;
  readonly children: ComponentChildren;
}

const Action = ({ id, token, action, children, ...attributes }: ActionProps) => (
  <form {...attributes} method="post" action={commentPath(id)}>
    <input type="hidden" name="token" value={token} />
    <input type="hidden" name="action" value={action} />
    {children}
  </form>
);

type QuietProps = Omit<ActionProps, "class" | "children"> & { label: string; hint?: string };

const Quiet = ({ label, hint, ...to }: QuietProps) => (
  <Action {...to} class="quiet-form">
    <button type="submit">{label}</button>
    {hint && <small>{hint}</small>}
  </Action>
);
