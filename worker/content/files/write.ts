import type { D1Database } from "@cloudflare/workers-types";
import type { UtcTime } from "../../../src/model.ts";
import { change, changePosts } from "../../db/write/changes.ts";
import type { Statements } from "../../db/write/drafts.ts";
import { forgetFiles, type KnownPost, rememberFile } from "../../db/write/files.ts";
import { removeDemo } from "../../db/write/import.ts";
import { insertMedia, type MediaDraft } from "../../db/write/media/media.ts";
import { rebuild } from "../../db/write/rebuild.ts";
import { relist } from "../../db/write/relist.ts";
import { insertAuthor, insertCategory, insertPost, insertTag } from "../../db/write/save.ts";
import { suggestSetting } from "../../db/write/settings.ts";
import {
  clearPaths,
  type Move,
  redirectMoves,
  updatePost,
  withdrawPost,
} from "../../db/write/update.ts";
import { BlogError } from "../../errors.ts";
import { placeNotes } from "../comments/places.ts";
import { hashOfPost, type Step } from "./plan.ts";

export interface Writing {
  readonly steps: readonly Step[];
  readonly withdrawn: readonly KnownPost[];
  readonly media: readonly MediaDraft[];
  readonly now: UtcTime;
  /** The blog shows the demo, which leaves with the first post. */
  readonly demo: boolean;
}

/** Writes all of it in one batch, and nothing where there is nothing to write. */
export async function writeSteps(db: D1Database, writing: Writing): Promise<void> {
  const { steps, withdrawn } = writing;
  const written = steps.filter(({ kind }) => kind !== "unchanged");
  const moved = steps.filter(
    ({ kind, known, draft, id }) =>
      kind === "unchanged" && (known?.file !== draft.file.name || known.fileId !== id),
  );
  if (written.length + moved.length + withdrawn.length === 0) return;
  const leaving = writing.demo && written.length > 0;
  const again = written.flatMap(({ known, post }) => (known ? post : []));
  const { before, after } = leaving ? anew(db, writing.now) : follow(db, written, writing);
  try {
    await db.batch([
      ...before,
      ...(leaving ? [...removeDemo(db), suggestLang(db, written)] : []),
      ...writing.media.map((file) => insertMedia(db, file)),
      ...writePosts(db, written, writing.now),
      ...(await placeNotes(db, again)),
      ...(await withdraw(db, withdrawn)),
      ...remember(db, [...written, ...moved]),
      ...after,
    ]);
  } catch (error) {
    if (!/NOT NULL constraint failed: posts\.version/.test(String(error))) throw error;
    const sentence = "A post was changed elsewhere in this moment. Nothing was written; try again.";
    throw new BlogError("invalid", sentence);
  }
}

/** What follows from these posts, and the change that the caches go by. */
function follow(db: D1Database, written: readonly Step[], { withdrawn, now }: Writing) {
  const guids = [...written.map(({ post }) => post), ...withdrawn].map(({ guid }) => guid);
  if (guids.length === 0) return { before: [], after: [] };
  const { before, after } = changePosts(db, guids, { now, gone: hides(written, withdrawn) });
  return { before, after: [...relist(db, guids), ...after] };
}

/** The demo's posts leave by the dozen, and with them what every page shows. */
const anew = (db: D1Database, now: UtcTime) => ({
  before: [],
  after: [...rebuild(db), ...change(db, ["site"], { now, gone: true })],
});

/** Whether something that was to be seen no longer is: a post, or a sentence that was taken out of it. */
const hides = (written: readonly Step[], withdrawn: readonly KnownPost[]): boolean =>
  [...withdrawn, ...written.flatMap(({ known }) => known ?? [])].some(
    ({ status }) => status === "published" || status === "unlisted",
  );

/** A blog that had only the demo speaks the language of its first post. */
function suggestLang(db: D1Database, [first]: readonly Step[]) {
  return suggestSetting(db, "lang", /^de\b/i.test(first?.post.lang ?? "") ? "de" : "en");
}

function writePosts(db: D1Database, steps: readonly Step[], now: UtcTime): Statements {
  const moves = steps.flatMap(({ known, post }): Move[] => {
    if (!known || known.path === post.path) return [];
    const wasPublic = known.status === "published" || known.status === "unlisted";
    return [{ guid: known.guid, from: known.path, to: post.path, public: wasPublic }];
  });
  const paths = steps.map(({ post }) => post.path);
  return [
    ...steps.map(({ draft }) => insertAuthor(db, draft.author)),
    ...steps.flatMap(({ post }) => post.tags.map((tag) => insertTag(db, tag))),
    ...steps.flatMap(({ draft }) => draft.categories.map((one) => insertCategory(db, one))),
    clearPaths(db, moves),
    ...steps.flatMap(({ known, post }) =>
      known ? updatePost(db, known.version, post) : insertPost(db, post),
    ),
    ...redirectMoves(db, { moves, paths, now }),
  ];
}

/** A file that is remembered without a hash is a change when it comes back. */
async function withdraw(db: D1Database, posts: readonly KnownPost[]): Promise<Statements> {
  const statements = posts.map(async (post) => {
    const { guid, file, fileId: id, version } = post;
    const seen = await hashOfPost({ ...post, version: version + 1 });
    return [
      withdrawPost(db, guid, version),
      ...forgetFiles(db, [guid], []),
      rememberFile(db, { guid, file: file ?? "", id, hash: "", seen }),
    ];
  });
  return (await Promise.all(statements)).flat();
}

const remember = (db: D1Database, steps: readonly Step[]): Statements => [
  ...forgetFiles(
    db,
    steps.map(({ post }) => post.guid),
    steps.map(({ draft }) => draft.file.name),
  ),
  ...steps.map(({ post, draft, ...step }) =>
    rememberFile(db, { ...step, guid: post.guid, file: draft.file.name }),
  ),
];
