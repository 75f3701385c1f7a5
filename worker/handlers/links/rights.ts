import { moderationWordsOf } from "../../../src/i18n/moderation/words.ts";
import { sendOwed } from "../../cache/owed.ts";
import { erasePerson, exportPerson } from "../../content/comments/rights.ts";
import type { Who } from "../../db/read/persons.ts";
import { type Answer, siteOf } from "../answers.tsx";
import type { Data, Visitor } from "../visitors/route.ts";
import { message } from "./invalid.tsx";

/**
 * What everybody may do with what is stored about them: fetch it, erase it, or take only their name off it. Null where the
 * action is none of these.
 */
export async function exerciseRight(
  action: unknown,
  who: Who,
  visitor: Visitor,
): Promise<Answer | Data | null> {
  const { env, now } = visitor;
  if (action === "export") return { status: 200, data: await exportPerson(env.DB, who) };
  if (action !== "erase" && action !== "anonymise") return null;
  if (!visitor.reader.site) await visitor.reader.batch([]);
  const words = moderationWordsOf(siteOf(visitor).lang);
  const what = action === "erase" ? ("text" as const) : ("name" as const);
  const records = { db: env.DB, bucket: env.MEDIA };
  await erasePerson(records, who, { what, now, anonymous: words.anonymous });
  visitor.defer(sendOwed(env.DB, env.REFRESH));
  if (visitor.json) return { status: 200, data: { message: words.erasedLong } };
  return message(visitor, [words.erased, words.erasedLong]);
}
