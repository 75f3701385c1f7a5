import type { PostFields } from "../../../admin-api/posts.ts";
import { Field } from "../../parts/fields.tsx";
import { useDesk } from "../desk.ts";
import { AuthorField } from "./author-field.tsx";
import { CategoriesField } from "./categories-field.tsx";
import { CoverField } from "./cover-field.tsx";
import { TagsField } from "./tags-field.tsx";
import { useTerms } from "./use-terms.ts";

export interface PanelProps {
  readonly kind: "post" | "page";
  readonly fields: PostFields;
  readonly change: (part: Partial<PostFields>) => void;
}

/** Characters of a summary that search engines show. */
const SUMMARY = 160;

/** What is said about a post beside its text. */
export function Panel({ kind, fields, change }: PanelProps) {
  const terms = useTerms();
  return (
    <>
      <AddressFields kind={kind} fields={fields} change={change} />
      {kind === "post" && (
        <>
          <TagsField tags={fields.tags} known={terms.tags} onChange={(tags) => change({ tags })} />
          <CategoriesField
            chosen={fields.categories}
            categories={terms.categories}
            onChange={(categories) => change({ categories })}
          />
        </>
      )}
      <CoverField cover={fields.cover} onChange={(cover) => change({ cover })} />
      <TalkFields kind={kind} fields={fields} change={change} />
    </>
  );
}

function AddressFields({ fields, change }: PanelProps) {
  const { words } = useDesk();
  const { panel } = words;
  const isCounted = fields.summary.length > 0;
  return (
    <>
      <Field label={panel.slug} hint={panel.slugHint}>
        {(control) => (
          <input
            {...{ ...control, type: "text", value: fields.slug, maxLength: 200 }}
            {...{ spellcheck: false, autocapitalize: "off" }}
            onInput={(event) => change({ slug: event.currentTarget.value })}
          />
        )}
      </Field>
      <Field
        label={panel.summary}
        hint={isCounted ? panel.characters(fields.summary.length, SUMMARY) : panel.summaryHint}
      >
        {(control) => (
          <textarea
            {...{ ...control, rows: 3, maxLength: 1_000, value: fields.summary, lang: fields.lang }}
            onInput={(event) => change({ summary: event.currentTarget.value.replace(/\n/g, " ") })}
          />
        )}
      </Field>
      <CanonicalField fields={fields} change={change} />
    </>
  );
}

function CanonicalField({ fields, change }: Omit<PanelProps, "kind">) {
  const { words } = useDesk();
  const { panel } = words;
  const value = fields.canonical ?? "";
  const isWrong = value !== "" && !/^https?:\/\/[^/\s]+/i.test(value);
  return (
    <Field
      label={panel.canonical}
      hint={panel.canonicalHint}
      error={isWrong ? panel.canonicalWrong : null}
    >
      {(control) => (
        <input
          {...{ ...control, type: "url", value }}
          onInput={(event) => change({ canonical: event.currentTarget.value || null })}
        />
      )}
    </Field>
  );
}

function TalkFields({ kind, fields, change }: PanelProps) {
  const { words, me } = useDesk();
  const { panel } = words;
  return (
    <>
      <Field label={panel.comments}>
        {(control) => (
          <select
            {...{ ...control, value: fields.comments }}
            onChange={({ currentTarget }) =>
              change({ comments: currentTarget.value as PostFields["comments"] })
            }
          >
            <option value="open">{panel.open}</option>
            <option value="held">{panel.held}</option>
            <option value="closed">{panel.closed}</option>
          </select>
        )}
      </Field>
      <Field label={panel.lang} hint={panel.langHint}>
        {(control) => (
          <input
            {...{ ...control, type: "text", value: fields.lang, maxLength: 35, size: 6 }}
            {...{ spellcheck: false, autocapitalize: "off" }}
            onInput={(event) => change({ lang: event.currentTarget.value })}
          />
        )}
      </Field>
      {me.writesForAll && <AuthorField fields={fields} change={change} />}
      {kind === "post" && me.writesForAll && (
        <label class="ed-check">
          <input
            type="checkbox"
            checked={fields.sticky}
            onChange={(event) => change({ sticky: event.currentTarget.checked })}
          />
          {panel.sticky}
        </label>
      )}
    </>
  );
}
