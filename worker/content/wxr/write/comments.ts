import { insertComments } from "../../../db/write/comments.ts";
import type { CommentDraft } from "../../../db/write/drafts.ts";
import { findTakenIds, listImportedComments } from "../../../db/write/imported.ts";
import { draftComment, type OldComment, readComments } from "../comments.ts";
import { fingerprint } from "../read/names.ts";
import type { XmlNode } from "../read/reader.ts";
import type { Trip } from "../trip.ts";

/** The comments of an item, and why the item stays behind, if it does. */
export interface PostComments {
  readonly item: XmlNode;
  readonly guid: string;
  readonly skip: string | null;
}

/** What the blog has already of the comments of a few posts. */
export interface KnownComments {
  /** Public ids by guid and WordPress id. */
  readonly byWpId: ReadonlyMap<string, string>;
  /** Public ids that any comment has. */
  readonly ids: ReadonlySet<string>;
}

/** Asks once for a few items. */
export async function findKnownComments(
  { db, addresses }: Trip,
  items: readonly XmlNode[],
  guids: readonly string[],
): Promise<KnownComments> {
  const old = guids.filter((guid) => addresses.known.has(guid));
  const rows = old.length > 0 ? await listImportedComments(db, old) : [];
  const wanted = items.flatMap(({ children }) =>
    children
      .filter(({ name }) => name === "wp:comment")
      .flatMap((node) => node.children.find(({ name }) => name === "wp:comment_id")?.text ?? []),
  );
  const taken = wanted.length > 0 ? await findTakenIds(db, wanted) : [];
  return {
    byWpId: new Map(rows.map(({ guid, wpId, publicId }) => [`${wpId} ${guid}`, publicId])),
    ids: new Set(taken),
  };
}

/** Writes the comments of one item in the order of their numbers. */
export async function writeComments(
  trip: Trip,
  { item, guid, skip }: PostComments,
  known: KnownComments,
): Promise<void> {
  const comments = readComments(item, trip.timeZone);
  if (skip)
    return trip.report.tally.skipped("comments", "of an item that was skipped", comments.length);
  const placed = new Map<number, string>();
  let drafts: CommentDraft[] = [];
  for (const comment of comments) {
    const problem = problemOf(comment, placed);
    if (problem) trip.report.tally.skipped("comments", problem);
    else drafts.push(...(await draftNew(trip, comment, guid, placed, known)));
    if (drafts.length < MAX_TOGETHER) continue;
    await write(trip, drafts);
    drafts = [];
  }
  await write(trip, drafts);
}

/** Comments of one post that are counted together. */
const MAX_TOGETHER = 100;

async function write({ batches, db, report }: Trip, drafts: readonly CommentDraft[]) {
  if (drafts.length === 0) return;
  const chars = drafts.reduce((sum, { source, html }) => sum + source.length + html.length, 0);
  await batches.add(insertComments(db, drafts), chars, (changes) => {
    for (const at of drafts.keys()) report.tally.imported("comments", (changes[at] ?? 0) > 0);
  });
}

function problemOf({ kind, type, id }: OldComment, placed: ReadonlyMap<number, string>) {
  if (!kind) return `type ${type.slice(0, 40)}`;
  return id && placed.has(id) ? "with an id met before" : null;
}

/** The comment, rendered; none where it is there already or cannot be read. */
async function draftNew(
  trip: Trip,
  comment: OldComment,
  postGuid: string,
  placed: Map<number, string>,
  known: KnownComments,
): Promise<CommentDraft[]> {
  const { id, parent } = comment;
  const there = known.byWpId.get(`${id} ${postGuid}`);
  const publicId = there ?? (await publicIdOf(trip, comment, postGuid, known));
  const parentPublicId = (parent ? placed.get(parent) : null) ?? null;
  if (id) {
    placed.set(id, publicId);
    trip.metIds.add(id);
  }
  if (comment.status === "approved" && comment.at)
    trip.report.commentsByYear.add(comment.at.slice(0, 4));
  if (there) {
    trip.report.tally.imported("comments", false);
    return [];
  }
  const { people, blog, fallbackTime } = trip;
  const place = { postGuid, postLang: blog.lang, publicId, parentPublicId, people, fallbackTime };
  const draft = tryDraft(comment, place);
  if (!draft) trip.report.tally.skipped("comments", "nested too deeply");
  return draft ? [draft] : [];
}

function tryDraft(...args: Parameters<typeof draftComment>): CommentDraft | null {
  try {
    return draftComment(...args);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** The id that WordPress gave, while it is free; else one that is the same at each reading. */
async function publicIdOf(
  trip: Trip,
  { id, field }: OldComment,
  postGuid: string,
  known: KnownComments,
): Promise<string> {
  if (id && !trip.metIds.has(id) && !known.ids.has(String(id))) return String(id);
  const facts = ["author", "date", "content"].map((name) => field(`wp:comment_${name}`));
  return (await fingerprint([postGuid, id, ...facts].join("\n"))).slice(0, 16);
}
