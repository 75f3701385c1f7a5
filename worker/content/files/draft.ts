import type { Path, Term, UtcTime } from "../../../src/model.ts";
import type { PostDraft, PostStatus } from "../../db/write/drafts.ts";
import type { CategoryDraft } from "../../db/write/save.ts";
import { localDate, readWrittenDate } from "../dates.ts";
import { isReservedPath } from "../paths.ts";
import { setLine } from "../typography.ts";
import { type Fields, readFields } from "./fields.ts";
import { type PostFile, wrongFile } from "./post-file.ts";
import { type FindPicture, renderFile } from "./render.ts";

/** What a file does not say by itself. */
export interface FileContext {
  readonly lang: string;
  readonly timeZone: string;
  readonly now: UtcTime;
  /** The author whom the file names, or the blog's own. */
  readonly author: (named: Term | null) => Term;
  readonly picture: FindPicture;
}

/** A post as its file wants it. */
export interface FileDraft {
  readonly file: PostFile;
  readonly fields: Fields;
  readonly author: Term;
  readonly categories: readonly CategoryDraft[];
  readonly post: Omit<PostDraft, "guid">;
  /** The same, whatever the clock says and however it is rendered: only a change of the file changes it. */
  readonly said: unknown;
}

/** Renders a file. Throws a sentence that names the file and the line. */
export function draftFile(file: PostFile, context: FileContext): FileDraft {
  const fields = readFields(file);
  const times = timesOf(file, fields, context);
  const path = pathOf(file, fields, times.localDate);
  const lang = fields.lang ?? context.lang;
  const author = context.author(fields.author);
  const { rendered, title, media } = renderFile(file, fields.title, {
    ...{ lang, path, picture: context.picture },
  });
  const { kind, slug, tags, categories, sticky, summary } = fields;
  const commentsOpen = fields.comments ? fields.comments !== "closed" : kind === "post";
  const commentsHeld = fields.comments === "held";
  const createdAt = times.publishedAt ?? context.now;
  const same = { kind, slug, path, lang, title, source: file.markdown, tags, categories, sticky };
  const post: FileDraft["post"] = {
    ...{ ...same, ...rendered, ...times, title: setLine(title, lang), author: author.slug },
    ...{
      status: statusOf(file, fields, times.publishedAt, context.now),
      commentsOpen,
      commentsHeld,
    },
    ...{ excerpt: summary ?? rendered.excerpt, format: "markdown", parentGuid: null, menuOrder: 0 },
    ...{ createdAt, updatedAt: createdAt, wpId: null, importing: false, demo: false },
  };
  const { visibility } = fields;
  const said = {
    ...same,
    visibility,
    author,
    summary,
    commentsOpen,
    commentsHeld,
    media,
    ...times,
  };
  return { file, fields, author, categories: fields.allCategories, post, said };
}

function timesOf(file: PostFile, { kind, date, dateField }: Fields, { timeZone }: FileContext) {
  const publishedAt = date === null ? null : readWrittenDate(date, timeZone);
  if (date !== null && !publishedAt)
    throw wrongFile(
      file,
      `"${date}" is no date such as 2026-01-31 or 2026-01-31 18:00.`,
      dateField,
    );
  if (!publishedAt && kind === "post")
    throw wrongFile(file, "A post needs a date; a static page (kind: page) needs none.");
  return { publishedAt, localDate: publishedAt && localDate(publishedAt, timeZone) };
}

function pathOf(file: PostFile, { kind, slug, path }: Fields, day: string | null): Path {
  if (path) return path;
  if (kind === "post" && day) return `/${day.slice(0, 4)}/${day.slice(5, 7)}/${slug}/`;
  if (isReservedPath(`/${slug}/`))
    throw wrongFile(file, `The path /${slug}/ belongs to the blog; give the page another slug.`);
  return `/${slug}/`;
}

function statusOf(
  file: PostFile,
  { visibility, dateField }: Fields,
  publishedAt: UtcTime | null,
  now: UtcTime,
): PostStatus {
  if (visibility === "draft") return "draft";
  const ahead = publishedAt !== null && publishedAt > now;
  if (ahead && visibility === "unlisted")
    throw wrongFile(file, "An unlisted post cannot wait for a date in the future.", dateField);
  if (visibility === "unlisted") return "unlisted";
  return ahead ? "scheduled" : "published";
}
