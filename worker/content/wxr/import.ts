import type { D1Database } from "@cloudflare/workers-types";
import type { UtcTime } from "../../../src/model.ts";
import { change } from "../../db/write/changes.ts";
import type { Statements } from "../../db/write/drafts.ts";
import { finishImport, removeDemo } from "../../db/write/import.ts";
import { adoptPage } from "../../db/write/imported.ts";
import { rebuild } from "../../db/write/rebuild.ts";
import { suggestSetting } from "../../db/write/settings.ts";
import { interfaceLang } from "./read/blog.ts";
import { readExport, type XmlNode } from "./read/reader.ts";
import { Survey } from "./read/survey.ts";
import type { Report } from "./report.ts";
import { planTrip, type Trip } from "./trip.ts";
import { writeGroup } from "./write/items.ts";
import type { Library } from "./write/library.ts";
import { writePeopleAndTerms } from "./write/terms.ts";

export interface ImportInput {
  readonly db: D1Database;
  /** The export from its beginning; it is read twice. */
  readonly open: () => AsyncIterable<string>;
  readonly library: Library | null;
  readonly now: UtcTime;
}

/**
 * Brings a WordPress export into the blog. The first reading refuses a broken export before anything is written; the second
 * writes drafts; one batch at the end makes everything public that was. Running it again adds what is new.
 */
export async function importExport({ db, open, library, now }: ImportInput): Promise<Report> {
  const survey = new Survey();
  for await (const node of readExport(open())) await survey.add(node);
  const trip = await planTrip(db, survey, library, now);
  await writePeopleAndTerms(trip);
  for await (const group of itemsOf(readExport(open()))) await writeGroup(trip, group);
  await trip.batches.settle();
  await adoptPages(trip);
  for (const key of trip.attachments) trip.report.tally.imported("media", trip.freshMedia.has(key));
  if (trip.addresses.paths.size > 0) await db.batch(lastStep(trip, now));
  return trip.report;
}

/** Items that share their questions to the database, and characters after which they are enough. */
const GROUP_ITEMS = 50;
const GROUP_CHARS = 300_000;

async function* itemsOf(nodes: AsyncIterable<XmlNode>): AsyncGenerator<XmlNode[]> {
  let group: XmlNode[] = [];
  let chars = 0;
  for await (const node of nodes) {
    if (node.name !== "item") continue;
    group.push(node);
    chars += charsOf(node);
    if (group.length < GROUP_ITEMS && chars < GROUP_CHARS) continue;
    yield group;
    group = [];
    chars = 0;
  }
  yield group;
}

const charsOf = (node: XmlNode): number =>
  node.children.reduce((sum, child) => sum + charsOf(child), node.text.length);

/** A child may stand before its parent in the export. */
async function adoptPages({ db, addresses, batches }: Trip): Promise<void> {
  for (const family of addresses.families())
    await batches.add([adoptPage(db, family)], 0, () => {});
  await batches.settle();
}

/** The demo leaves and the import is public in the same moment, so the blog is never empty. */
const lastStep = ({ db, blog, timeZone }: Trip, now: UtcTime): Statements => [
  ...removeDemo(db),
  ...finishImport(db),
  ...(blog.title ? [suggestSetting(db, "title", blog.title)] : []),
  suggestSetting(db, "tagline", blog.tagline),
  suggestSetting(db, "timeZone", timeZone),
  suggestSetting(db, "lang", interfaceLang(blog.lang)),
  ...rebuild(db),
  ...change(db, ["site"], { now, gone: true }),
];
