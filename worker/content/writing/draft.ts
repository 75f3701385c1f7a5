import type { PostFields } from "../../../src/admin-api/posts.ts";
import type { Term, UtcTime } from "../../../src/model.ts";
import type { RenderedRow, WritingRow, WritingSettings } from "../../db/read/writing.ts";
import type { PostDraft, PostStatus } from "../../db/write/drafts.ts";
import { FieldError } from "../../errors.ts";
import { localDate, readWrittenDate } from "../dates.ts";
import type { RenderedPost } from "../html.ts";
import { renderMarkdown } from "../markdown.ts";
import { type SizedMedia, useSizes } from "../sizes.ts";
import { slugify } from "../slug.ts";
import { cleanText } from "../text.ts";
import { setLine } from "../typography.ts";
import type { Format } from "./fields.ts";

/** What is to become of a post. */
export interface Publication {
  readonly fields: PostFields;
  readonly format: Format;
  readonly status: PostStatus;
  /** As it was typed, on the blog's clock; null: now, or the date that it has. */
  readonly date: string | null;
  readonly now: UtcTime;
}

/** Bytes of a post's row. D1 refuses 2,000,000. */
const MAX_POST_BYTES = 1_900_000;

/** Status, and the date it comes with: what is ahead waits, and what nobody may see needs none. */
export function timesOf(
  row: Pick<WritingRow, "publishedAt">,
  { status, date, now }: Publication,
  { timeZone }: Pick<WritingSettings, "timeZone">,
) {
  const typed = date ? readWrittenDate(date, timeZone) : null;
  if (date && !typed)
    throw new FieldError("date", "date", `"${date}" is no time such as 2026-01-31 18:00.`);
  if (typed && Number(typed.slice(0, 4)) > 9000)
    throw new FieldError("date", "date", "That is too far ahead.");
  const shown = status === "published" || status === "scheduled" || status === "unlisted";
  const had = row.publishedAt !== null && row.publishedAt <= now ? row.publishedAt : null;
  const publishedAt = typed ?? (shown ? (had ?? now) : row.publishedAt);
  const ahead = publishedAt !== null && publishedAt > now;
  if (ahead && status === "unlisted")
    throw new FieldError("date", "ahead", "An unlisted post cannot wait for a date in the future.");
  if (status === "scheduled" && !ahead)
    throw new FieldError("date", "past", "Scheduling needs a time that is still to come.");
  const becomes: PostStatus = status === "published" && ahead ? "scheduled" : status;
  return {
    ...{ status: becomes, publishedAt },
    localDate: publishedAt && localDate(publishedAt, timeZone),
  };
}

/** The names of tags as terms, each once. */
export function tagsOf({ tags }: PostFields): Term[] {
  const terms = tags.map((name) => ({ slug: slugify(name), name }));
  const wordless = terms.find(({ slug }) => !slug);
  if (wordless)
    throw new FieldError("tags", "letters", `"${wordless.name}" has no letter or digit.`);
  return [...new Map(terms.map((term) => [term.slug, term])).values()];
}

/** Categories that are there, by their slugs. */
export const categoriesOf = ({ categories }: PostFields, known: readonly Term[]): Term[] =>
  [...new Set(categories)].map((slug) => {
    const found = known.find((category) => category.slug === slug);
    if (!found) throw new FieldError("categories", "choice", `There is no category "${slug}".`);
    return found;
  });

/** Last part of the path: as it was typed, else by the title. Emoji alone have no letter to make one of. */
export const slugOf = ({ slug, title }: PostFields): string =>
  slugify(slug) || slugify(title) || "post";

/** What is made of the text. A post in HTML was rendered when it came, and stays as it is. */
export function renderFields(
  row: RenderedRow,
  { fields, format }: Pick<Publication, "fields" | "format">,
  { path, media }: { readonly path: string; readonly media: readonly SizedMedia[] },
): RenderedPost {
  if (format === "html") return asItWas(row, fields);
  const { lang, markdown } = fields;
  const rendered = orNested(() =>
    renderMarkdown(markdown, { lang, path, transforms: [(tree) => useSizes(tree, media)] }),
  );
  const { html, lead } = rendered;
  if (new TextEncoder().encode(markdown + html + (lead ?? "")).length > MAX_POST_BYTES)
    throw new FieldError("markdown", "long", "The text is longer than the database takes (2 MB).");
  return rendered;
}

function asItWas(row: RenderedRow, { markdown }: PostFields): RenderedPost {
  if (markdown !== row.source)
    throw new FieldError("markdown", "format", "This text is HTML; make it Markdown first.");
  const { html, lead, excerpt, words, text, blocks } = row;
  return {
    ...{ html, lead, excerpt, words, text: text ?? "", blocks: JSON.parse(blocks) },
  } as RenderedPost;
}

function orNested<To>(render: () => To): To {
  try {
    return render();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new FieldError("markdown", "nested", "The text is nested too deeply.");
  }
}

/** The row as it is to be written. `updated_at` moves only when there is something new to read. */
export function draftOf(
  row: WritingRow,
  { fields, format, now }: Publication,
  made: Made,
): PostDraft {
  const { rendered, times, ...rest } = made;
  const title = setLine(cleanText(fields.title), fields.lang);
  const excerpt = fields.summary || rendered.excerpt;
  const same = row.title === title && row.source === fields.markdown && row.excerpt === excerpt;
  const { publishedAt } = times;
  const updatedAt = same ? row.updatedAt : publishedAt && publishedAt > now ? publishedAt : now;
  return {
    ...{ kind: row.kind, guid: row.guid, lang: fields.lang, title, author: fields.author },
    ...{
      format,
      source: fields.markdown,
      createdAt: row.createdAt,
      updatedAt,
      sticky: fields.sticky,
    },
    ...{ parentGuid: null, menuOrder: 0, wpId: null, importing: false, demo: false },
    ...{ commentsOpen: fields.comments !== "closed", commentsHeld: fields.comments === "held" },
    ...rendered,
    ...{ ...times, ...rest, excerpt },
  };
}

interface Made {
  readonly rendered: RenderedPost;
  readonly times: ReturnType<typeof timesOf>;
  readonly tags: readonly Term[];
  readonly categories: readonly Term[];
  readonly path: string;
  readonly slug: string;
}
