import { moderationWordsOf } from "../../src/i18n/moderation/words.ts";
import type { UtcTime } from "../../src/model.ts";
import { sendOwed } from "../cache/owed.ts";
import { applyErasures } from "../content/comments/erasures.ts";
import { findMailBlog } from "../db/read/mail.ts";
import type { Env } from "../env.ts";

type Bindings = Pick<Env, "DB" | "MEDIA" | "REFRESH">;

/**
 * After every restore, whether by us or by Cloudflare's Time Travel: what was erased before is erased again, and the caches
 * hear of it. A command that restores calls it too.
 */
export async function eraseAgain({ DB, MEDIA, REFRESH }: Bindings, now: UtcTime): Promise<number> {
  const { anonymous } = moderationWordsOf((await findMailBlog(DB)).lang);
  const erased = await applyErasures({ db: DB, bucket: MEDIA, anonymous, now });
  if (erased > 0) await sendOwed(DB, REFRESH);
  return erased;
}
