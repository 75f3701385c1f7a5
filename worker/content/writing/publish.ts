import type { D1Database } from "@cloudflare/workers-types";
import type { Term } from "../../../src/model.ts";
import { listMediaOf } from "../../db/read/media.ts";
import {
  findRendered,
  findWritingSettings,
  listTakenPaths,
  type WritingRow,
  type WritingSettings,
} from "../../db/read/writing.ts";
import { change, changePosts } from "../../db/write/changes.ts";
import type { PostDraft, Statements } from "../../db/write/drafts.ts";
import { removeDemo } from "../../db/write/import.ts";
import { keysIn, writeUses } from "../../db/write/media/uses.ts";
import { rebuild } from "../../db/write/rebuild.ts";
import { relist } from "../../db/write/relist.ts";
import { publishRevision, type Standing, updateExtras } from "../../db/write/revisions.ts";
import { insertCategory, insertTag } from "../../db/write/save.ts";
import { suggestSetting } from "../../db/write/settings.ts";
import { clearPaths, redirectMoves, updatePost } from "../../db/write/update.ts";
import { placeNotes } from "../comments/places.ts";
import { localDate } from "../dates.ts";
import { countWords } from "../text.ts";
import { coverOf } from "./cover.ts";
import {
  categoriesOf,
  draftOf,
  type Publication,
  renderFields,
  slugOf,
  tagsOf,
  timesOf,
} from "./draft.ts";
import { isUnnamed, savedText } from "./fields.ts";
import { freePath, pathOf, pathsToTry } from "./path.ts";
import { shownCover } from "./save.ts";

export interface PublishedPost {
  readonly post: PostDraft;
  /** Whether the demo has left for it. */
  readonly first: boolean;
}

interface Publishing {
  readonly row: WritingRow;
  /** What somebody read before they wrote. */
  readonly standing: Standing;
  readonly publication: Publication;
  readonly authorId: number | null;
}

/**
 * Publishes what was typed, or hides it again, in one batch: the post, its terms, its redirects, the lists it stands in, the
 * search, the save that it is, and the change that caches go by. Throws where somebody was faster: nothing was written then.
 */
export async function publishPost(db: D1Database, publishing: Publishing): Promise<PublishedPost> {
  const { row, publication } = publishing;
  const { fields, now } = publication;
  const settings = await findWritingSettings(db);
  const times = timesOf(row, publication, settings);
  const tags = tagsOf(fields);
  const categories = categoriesOf(fields, settings.categories);
  const place = await placeOf(db, publishing, { settings, categories, times });
  const media = await listMediaOf(db, keysIn([fields.markdown]));
  const { path } = place;
  const rendered = renderFields(await findRendered(db, row.id), publication, { path, media });
  const post = draftOf(row, publication, { rendered, times, tags, categories, ...place });
  const cover = await coverOf(db, fields.cover);
  const first = settings.demo && post.status !== "draft";
  const { before, after } = follow(db, publishing, post, {
    ...{ demoLeaves: first, timeZone: settings.timeZone },
  });
  await db.batch([
    ...before,
    ...publishRevision(db, publishing.standing, saveOf(publishing, place.slug)),
    ...writePost(db, row, post, now),
    updateExtras(db, row.guid, {
      summary: fields.summary || null,
      cover: cover && JSON.stringify(cover),
      canonical: fields.canonical,
    }),
    ...writeUses(db, row.guid, [post.source, post.html, shownCover(fields)]),
    ...(await placeNotes(db, [post])),
    ...after,
  ]);
  return { post, first };
}

const saveOf = ({ publication: { fields, format, now }, authorId }: Publishing, slug: string) => ({
  ...{ kind: "publish" as const, authorId, savedAt: now },
  ...{ fields: savedText({ ...fields, slug }, format), words: countWords(fields.markdown) },
});

interface Known {
  readonly settings: WritingSettings;
  readonly categories: readonly Term[];
  readonly times: ReturnType<typeof timesOf>;
}

/** A post keeps the path that it has, until it is named anew. */
async function placeOf(
  db: D1Database,
  { row, publication: { fields, now } }: Publishing,
  { settings, categories, times }: Known,
): Promise<{ readonly path: string; readonly slug: string }> {
  const wished = !fields.slug && !isUnnamed(row) ? row.slug : slugOf(fields);
  if (!isUnnamed(row) && wished === row.slug) return { path: row.path, slug: row.slug };
  if (isUnnamed(row) && times.status === "draft") return { path: row.path, slug: wished };
  const day = times.localDate ?? localDate(now, settings.timeZone);
  const category = categories[0]?.slug ?? null;
  const same = { kind: row.kind, day, category, author: fields.author };
  const make = (slug: string) => pathOf({ ...same, slug }, settings.permalink);
  const taken = await listTakenPaths(db, row.id, pathsToTry(make, wished));
  return freePath(make, wished, new Set(taken));
}

function writePost(db: D1Database, row: WritingRow, post: PostDraft, now: string): Statements {
  const wasPublic = isPublic(row.status);
  // Hidden for a while, it stood there before: its old address is known, and leads on once it is shown again.
  const known = wasPublic || (row.publishedAt !== null && !isUnnamed(row));
  const move = { guid: row.guid, from: row.path, to: post.path, public: known };
  const moves = row.path === post.path ? [] : [move];
  return [
    ...post.tags.map((tag) => insertTag(db, tag)),
    ...post.categories.map((category) => insertCategory(db, { ...category, parent: null })),
    clearPaths(db, moves),
    ...updatePost(db, row.version, post),
    ...redirectMoves(db, { moves, paths: [post.path], now }),
  ];
}

const isPublic = (status: WritingRow["status"]): boolean =>
  status === "published" || status === "unlisted";

/** What follows from the post. With the first one the demo leaves, and with it what every page shows. */
function follow(
  db: D1Database,
  { row, publication: { fields, now } }: Publishing,
  { guid }: PostDraft,
  { demoLeaves, timeZone }: { readonly demoLeaves: boolean; readonly timeZone: string },
) {
  if (demoLeaves)
    return {
      before: [...removeDemo(db), ...keepTongue(db, fields.lang, timeZone)],
      after: [...rebuild(db), ...change(db, ["site"], { now, gone: true })],
    };
  const { before, after } = changePosts(db, [guid], { now, gone: isPublic(row.status) });
  return { before, after: [...relist(db, [guid]), ...after] };
}

/** A blog that had only the demo speaks the language of its first post, and goes by the clock that its author was shown. */
const keepTongue = (db: D1Database, lang: string, timeZone: string): Statements => [
  suggestSetting(db, "lang", /^de\b/i.test(lang) ? "de" : "en"),
  suggestSetting(db, "timeZone", timeZone),
];
