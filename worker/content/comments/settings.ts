import type { D1Database } from "@cloudflare/workers-types";
import type { UtcTime } from "../../../src/model.ts";
import { findCommentSettings, writeCommentSettings } from "../../db/write/discussion/close.ts";
import {
  findMailSettings,
  type MailSettings,
  writeMailSettings,
} from "../../db/write/mail-settings.ts";
import type { CommentSettings } from "../../db/write/settings.ts";
import { BlogError, FieldError } from "../../errors.ts";
import { localDate, readWrittenDate } from "../dates.ts";
import { MAIL_PARSERS, PARSERS } from "./typed-settings.ts";

/** What an owner sets about comments and mails, by the names that are typed. */
export interface ModerationSettings extends CommentSettings {
  readonly mailFrom: string | null;
  readonly mailTo: readonly string[] | null;
  /** When a mail to anybody was tried with success. */
  readonly mailTested: UtcTime | null;
}

/** When a bad night ends by itself, on the blog's clock. */
const MORNING = "06:00";

export async function findSettings(db: D1Database): Promise<ModerationSettings> {
  return shown(await findCommentSettings(db), await findMailSettings(db));
}

/** Sets what was typed, all of it or nothing; throws a sentence for the first that makes no sense. */
export async function changeSettings(
  db: D1Database,
  typed: Readonly<Record<string, string>>,
  { now }: { readonly now: UtcTime },
): Promise<ModerationSettings> {
  refuseUnknown(typed);
  const timeZone = await findTimeZone(db);
  const comments = { ...(await findCommentSettings(db)), ...read(typed, PARSERS) };
  const mail = { ...(await findMailSettings(db)), ...readMail(typed) };
  const settled = settleNight(comments, typed, { now, timeZone });
  refuseUntested(settled, mail);
  await db.batch([writeMailSettings(db, mail), ...writeCommentSettings(db, settled, now)]);
  return shown(settled, mail);
}

function refuseUnknown(typed: Readonly<Record<string, string>>): void {
  const known = [...Object.keys(PARSERS), ...Object.keys(MAIL_PARSERS)];
  const unknown = Object.keys(typed).find((name) => !known.includes(name));
  if (unknown === undefined) return;
  const sentence = `There is no setting "${unknown}". These are: ${known.join(", ")}.`;
  throw new BlogError("invalid", sentence);
}

function read(
  typed: Readonly<Record<string, string>>,
  parsers: Readonly<Record<string, (text: string, name: string) => unknown>>,
): Record<string, unknown> {
  const known = Object.entries(typed).filter(([name]) => Object.hasOwn(parsers, name));
  return Object.fromEntries(
    known.map(([name, text]) => [name, parsers[name]?.(text.trim(), name)]),
  );
}

const readMail = (typed: Readonly<Record<string, string>>): Partial<MailSettings> => {
  const { mailFrom, mailTo } = read(typed, MAIL_PARSERS);
  return {
    ...(mailFrom !== undefined && { from: mailFrom as string | null }),
    ...(mailTo !== undefined && { to: mailTo as readonly string[] | null }),
  };
};

/** A night that nobody ends ends in the morning. */
function settleNight(
  settings: CommentSettings,
  typed: Readonly<Record<string, string>>,
  { now, timeZone }: { readonly now: UtcTime; readonly timeZone: string },
): CommentSettings {
  const { night } = settings;
  if (night === "open") return { ...settings, nightUntil: null };
  const said = typed["nightUntil"]?.trim();
  if (said === undefined && typed["night"] === undefined) return settings;
  const until = said ? readWrittenDate(said, timeZone) : nextMorning(now, timeZone);
  if (until === null || until <= now)
    throw new FieldError(
      "nightUntil",
      "past",
      "The night ends at a time to come, such as 2026-05-02 08:00.",
    );
  return { ...settings, nightUntil: until };
}

function nextMorning(now: UtcTime, timeZone: string): UtcTime | null {
  const on = (time: UtcTime) =>
    readWrittenDate(`${localDate(time, timeZone)} ${MORNING}`, timeZone);
  const today = on(now);
  const tomorrow = `${new Date(Date.parse(now) + 86_400_000).toISOString().slice(0, 19)}Z`;
  return today !== null && today > now ? today : on(tomorrow);
}

/** On the free plan Cloudflare writes to nobody but whom the account has verified: that is tried first. */
function refuseUntested({ mail }: CommentSettings, { from, tested }: MailSettings): void {
  if (mail !== "off" && !from)
    throw new FieldError(
      "mailFrom",
      "missing",
      "Please set first which address mails come from: mailFrom.",
    );
  if (mail === "everyone" && tested?.from !== from)
    throw new FieldError(
      "mail",
      "untested",
      "Mails to everyone need a test first: --test-mail with an address that is not verified at Cloudflare.",
    );
}

const shown = (comments: CommentSettings, { from, to, tested }: MailSettings) => ({
  ...comments,
  ...{
    mailFrom: from,
    mailTo: to,
    mailTested: tested?.from === from ? (tested?.at ?? null) : null,
  },
});

async function findTimeZone(db: D1Database): Promise<string> {
  const sql = "SELECT json_extract(json, '$.timeZone') AS zone FROM site";
  return (await db.prepare(sql).bind().first<string>("zone")) ?? "UTC";
}
