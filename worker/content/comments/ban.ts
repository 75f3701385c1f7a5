import type { D1Database } from "@cloudflare/workers-types";
import type { UtcTime } from "../../../src/model.ts";
import { findCommentSettings, writeCommentSettings } from "../../db/write/discussion/close.ts";
import type { CommentSettings } from "../../db/write/settings.ts";
import { PARSERS } from "./typed-settings.ts";

/** Whose comments are refused: of a mail address, or with links to a host. */
export type Ban = { readonly email: string } | { readonly host: string };

/** Adds to the lists of what is refused. The same again changes nothing. */
export async function banFrom(db: D1Database, ban: Ban, now: UtcTime): Promise<CommentSettings> {
  const settings = await findCommentSettings(db);
  const [name, typed] =
    "email" in ban ? (["refuseEmails", ban.email] as const) : (["refuseHosts", ban.host] as const);
  const added = PARSERS[name](typed, name) as readonly string[];
  const banned = { ...settings, [name]: [...new Set([...settings[name], ...added])] };
  await db.batch(writeCommentSettings(db, banned, now));
  return banned;
}
