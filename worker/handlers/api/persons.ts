import { moderationWordsOf } from "../../../src/i18n/moderation/words.ts";
import { sendOwed } from "../../cache/owed.ts";
import { erasePerson, exportPerson } from "../../content/comments/rights.ts";
import { typedAddress } from "../../content/comments/typed-settings.ts";
import { findMailBlog } from "../../db/read/mail.ts";
import { BlogError } from "../../errors.ts";
import { readJson } from "./body.ts";
import type { ApiHandler } from "./route.ts";

const MAX_BYTES = 10_000;
const ACTIONS = ["export", "text", "name"] as const;

/** What is stored about an address, or its erasure: for an author whom somebody has asked. */
export const actOnPerson: ApiHandler = async (request, { env, now }) => {
  const { email, action } = await readJson(request, MAX_BYTES, parsePerson);
  if (action === "export") return exportPerson(env.DB, { email }, { frank: true });
  const { anonymous } = moderationWordsOf((await findMailBlog(env.DB)).lang);
  const records = { db: env.DB, bucket: env.MEDIA };
  const ids = await erasePerson(records, { email }, { what: action, now, anonymous });
  await sendOwed(env.DB, env.REFRESH);
  return { ids };
};

function parsePerson(value: unknown): { email: string; action: (typeof ACTIONS)[number] } {
  const { email, action } = (value ?? {}) as { email?: unknown; action?: unknown };
  const address = typedAddress(String(email ?? ""), "email");
  const known = ACTIONS.find((name) => name === action);
  if (!known) throw new BlogError("invalid", `An action is one of: ${ACTIONS.join(", ")}.`);
  return { email: address, action: known };
}
