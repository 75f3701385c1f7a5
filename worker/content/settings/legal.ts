import type { D1Database } from "@cloudflare/workers-types";
import type { Imprint, Legal } from "../../../src/admin-api/settings.ts";
import { GAP, legalWordsOf, type PrivacyFacts } from "../../../src/i18n/legal/words.ts";
import type { UtcTime } from "../../../src/model.ts";
import { type LegalRow, listLegal } from "../../db/read/legal.ts";
import { findWriting, type WritingRow } from "../../db/read/writing.ts";
import { findCommentSettings } from "../../db/write/discussion/close.ts";
import { findMailSettings } from "../../db/write/mail-settings.ts";
import { workingCopy } from "../writing/fields.ts";
import { publishPost } from "../writing/publish.ts";
import { beginPost } from "../writing/save.ts";
import { findBlogSettings } from "./blog.ts";

/** Slugs of the pages that count as one of the two, in each language. */
const IMPRINTS = ["impressum", "imprint"];
const PRIVACY = ["datenschutz", "privacy", "privacy-policy"];

/** How it stands with the pages that every blog should have. */
export async function findLegal(db: D1Database): Promise<Legal> {
  const rows = await listLegal(db, [...IMPRINTS, ...PRIVACY]);
  const imprint = rows.find(({ slug }) => IMPRINTS.includes(slug));
  const privacy = rows.find(({ slug }) => PRIVACY.includes(slug));
  const privacyText = await privacyTextOf(db);
  const hidden = !(imprint?.listed && !isEmpty(imprint));
  const outdated = privacy !== undefined && privacy.source.trim() !== privacyText.trim();
  return {
    imprint: stateOf(imprint),
    privacy: { ...stateOf(privacy), outdated },
    ...{ privacyText, hidden },
  };
}

const stateOf = (row: LegalRow | undefined) => ({
  ...{ id: row?.id ?? null, path: row?.path ?? null, empty: !row || isEmpty(row) },
});

const isEmpty = ({ words, source }: LegalRow): boolean => words === 0 || source.includes(GAP);

async function privacyTextOf(db: D1Database): Promise<string> {
  const { lang } = await findBlogSettings(db);
  return legalWordsOf(lang).privacy(await privacyFacts(db));
}

async function privacyFacts(db: D1Database): Promise<PrivacyFacts> {
  const [{ retention }, { mail }, { to }] = await Promise.all([
    findBlogSettings(db),
    findCommentSettings(db),
    findMailSettings(db),
  ]);
  const contact = to?.[0] ?? null;
  return { mail, spamDays: retention.spam, trashDays: retention.trash, contact };
}

interface Writer {
  readonly id: number;
  readonly slug: string;
  readonly now: UtcTime;
  readonly newGuid: () => string;
  readonly newSecret: () => string;
}

/** Writes the imprint, with what is known of it; the rest are gaps that the page shows. */
export async function writeImprint(db: D1Database, facts: Imprint, writer: Writer): Promise<void> {
  const { lang } = await findBlogSettings(db);
  const { imprintTitle: title, imprintSlug: slug, imprint } = legalWordsOf(lang);
  await writePage(db, { title, slug, slugs: IMPRINTS, lang, markdown: imprint(facts) }, writer);
}

/** Writes the privacy page as the settings are now. */
export async function writePrivacy(db: D1Database, writer: Writer): Promise<void> {
  const { lang } = await findBlogSettings(db);
  const { privacyTitle: title, privacySlug: slug } = legalWordsOf(lang);
  const markdown = await privacyTextOf(db);
  await writePage(db, { title, slug, slugs: PRIVACY, lang, markdown }, writer);
}

/** What a new blog begins with: both pages, the imprint with gaps. A page that is there stays as it is. */
export async function beginLegal(db: D1Database, writer: Writer): Promise<void> {
  const { imprint, privacy } = await findLegal(db);
  const nothing = { name: "", address: "", email: null, phone: "" };
  if (imprint.id === null) await writeImprint(db, nothing, writer);
  if (privacy.id === null) await writePrivacy(db, writer);
}

interface LegalPage {
  readonly title: string;
  readonly slug: string;
  /** Those of pages that it would be the same as. */
  readonly slugs: readonly string[];
  readonly lang: string;
  readonly markdown: string;
}

async function writePage(db: D1Database, page: LegalPage, writer: Writer): Promise<void> {
  const { title, lang, markdown } = page;
  const [known] = await listLegal(db, page.slugs);
  const begun = {
    ...{ kind: "page" as const, title, lang, author: writer.slug, now: writer.now },
    ...{ guid: writer.newGuid(), secret: writer.newSecret() },
  };
  const id = known?.id ?? (await beginPost(db, begun));
  const row = (await findWriting(db, id)) as WritingRow;
  const { fields } = workingCopy(row);
  await publishPost(db, {
    row,
    standing: { id, version: row.version, revision: row.revision },
    publication: {
      fields: {
        ...fields,
        title: known ? fields.title : title,
        slug: known?.slug ?? page.slug,
        markdown,
      },
      ...{ format: "markdown", status: "published", date: null, now: writer.now },
    },
    authorId: writer.id,
  });
}
