import type { PostDraft } from "../../../db/write/drafts.ts";
import { claimMedia } from "../../../db/write/imported.ts";
import { insertMedia } from "../../../db/write/media/media.ts";
import { insertPost } from "../../../db/write/save.ts";
import { draftPost, timesOf } from "../post.ts";
import { type Classified, classify, idOf } from "../read/items.ts";
import { plainText } from "../read/names.ts";
import type { XmlNode } from "../read/reader.ts";
import { fieldsOf } from "../read/records.ts";
import { fileOf } from "../read/survey.ts";
import type { Counted } from "../tally.ts";
import type { Trip } from "../trip.ts";
import { findKnownComments, type PostComments, writeComments } from "./comments.ts";
import { fileReference, findFile } from "./find-file.ts";

/** Bytes of a post's row with its source, its html and its plain text. D1 refuses 2,000,000. */
const MAX_POST_BYTES = 1_900_000;

/** Writes a few items of the export and their comments. */
export async function writeGroup(trip: Trip, items: readonly XmlNode[]): Promise<void> {
  const guids: string[] = [];
  for (const item of items) guids.push((await claimGuid(trip, item)) ?? "");
  const known = await findKnownComments(trip, items, guids);
  for (const [at, item] of items.entries()) {
    const guid = guids[at] ?? "";
    const what = classify(fieldsOf(item));
    const skip = await writeItem(trip, item, what, guid);
    const comments: PostComments = { item, guid, skip };
    if (skip) trip.report.tally.skipped(COUNTED[what.kind], skip);
    await writeComments(trip, comments, known);
  }
}

async function claimGuid({ survey }: Trip, item: XmlNode): Promise<string | null> {
  const field = fieldsOf(item);
  const { kind, skip } = classify(field);
  return skip || kind === "media" ? null : survey.guids.claim(field);
}

const COUNTED: Readonly<Record<Classified["kind"], Counted>> = {
  post: "posts",
  page: "static pages",
  media: "media",
  other: "other",
};

/** Says why an item stays behind, or null. */
async function writeItem(
  trip: Trip,
  item: XmlNode,
  { kind, skip }: Classified,
  guid: string,
): Promise<string | null> {
  if (skip || kind === "other") return skip;
  if (kind === "media") return findAttachment(trip, item);
  if (!guid) return "twice in the export";
  count(trip, item, kind);
  if (trip.addresses.known.has(guid)) {
    trip.report.tally.imported(COUNTED[kind], false);
    return null;
  }
  const draft = tryDraft(trip, item, kind, guid);
  if (typeof draft === "string") return draft;
  await writeMedia(trip);
  await trip.batches.add(
    insertPost(trip.db, draft),
    draft.source.length + draft.html.length + draft.text.length,
    ([fresh = 0]) => trip.report.tally.imported(COUNTED[kind], fresh > 0),
  );
  return null;
}

async function findAttachment(trip: Trip, item: XmlNode): Promise<string | null> {
  const { library, attachments } = trip;
  const file = fileOf(item, fieldsOf(item));
  const found = file && findFile(trip, new URL(file.url));
  if (!found) return library ? "not in --media" : "without --media";
  if ("refused" in found) return found.refused;
  attachments.push(found.key);
  await writeMedia(trip);
  return null;
}

/** The bytes come before the row, and the row before the post that shows it. */
async function writeMedia({ db, library, media, freshMedia, batches }: Trip): Promise<void> {
  for (const [key, draft] of media) {
    if (!draft) continue;
    await library?.store(key);
    media.set(key, null);
    await batches.add([claimMedia(db, key), insertMedia(db, draft)], 500, (changes) => {
      if (changes.some((rows) => rows > 0)) freshMedia.add(key);
    });
  }
}

function tryDraft(
  trip: Trip,
  item: XmlNode,
  kind: "post" | "page",
  guid: string,
): PostDraft | string {
  try {
    const draft = draftOf(trip, item, kind, guid);
    const text = draft.source + draft.html + (draft.lead ?? "") + draft.text;
    const tooLong = new TextEncoder().encode(text).length > MAX_POST_BYTES;
    return tooLong ? "longer than D1 allows (2 MB)" : draft;
  } catch (error) {
    // Thousands of elements inside each other: a hostile text, no reason to lose the rest.
    if (error instanceof RangeError) return "nested too deeply";
    throw error;
  }
}

function draftOf(trip: Trip, item: XmlNode, kind: "post" | "page", guid: string): PostDraft {
  const { addresses, blog, people, report, survey, timeZone, fallbackTime } = trip;
  const field = fieldsOf(item);
  const id = idOf(field("wp:post_id"));
  const files = (id && survey.filesOf.get(id)) || [];
  return draftPost(item, {
    ...{ kind, guid, timeZone, fallbackTime, lang: blog.lang, terms: survey.terms },
    path: addresses.paths.get(guid) ?? `/${guid}/`,
    author: people.bySlug(field("dc:creator")),
    parentGuid: addresses.parentOf({ kind, parent: idOf(field("wp:post_parent")) })?.guid ?? null,
    shortcodes: {
      file: (wanted) => survey.files.get(wanted),
      files: files.flatMap((wanted) => survey.files.get(wanted) ?? []),
      unknown: (name) => report.shortcodes.add(`[${name}]`),
    },
    references: {
      post: (url) => addresses.pathOf(url),
      file: fileReference(trip),
      base: field("link").startsWith(blog.url) ? field("link") : `${blog.url}/`,
      foreign: (host) => report.hosts.add(host),
    },
    emptyBlock: (name) => report.blocks.add(name),
  });
}

/** For the numbers at the end: what readers could see. */
function count({ report, timeZone, fallbackTime }: Trip, item: XmlNode, kind: string): void {
  const { status, localDate } = timesOf(item, { timeZone, fallbackTime });
  if (status !== "published") return;
  if (kind === "post") report.postsByYear.add(localDate?.slice(0, 4) ?? "");
  const approved = item.children.filter(
    ({ name, children }) =>
      name === "wp:comment" &&
      children.some((child) => child.name === "wp:comment_approved" && child.text.trim() === "1"),
  );
  report.discuss(plainText(fieldsOf(item)("title")), approved.length);
}
