import { nothing } from "../../../../src/admin-api/login.ts";
import { imprint } from "../../../../src/admin-api/settings.ts";
import { makeSecret } from "../../../auth/sessions.ts";
import { sendOwed } from "../../../cache/owed.ts";
import { BlogError } from "../../../errors.ts";
import { readAs } from "../body.ts";
import { ownId } from "../people/me.ts";
import type { ApiContext, ApiHandler } from "../route.ts";

const MAX_BYTES = 20_000;
/** What renders is loaded when somebody writes. */
const rules = () => import("../../../content/settings/legal.ts");

/** How it stands with imprint and privacy page, and what the latter would say now. */
export const showLegal: ApiHandler = async (_request, { env }) => (await rules()).findLegal(env.DB);

/** Writes the imprint out of who answers for the blog. */
export const putImprint: ApiHandler = async (request, context) => {
  const facts = await readAs(request, MAX_BYTES, imprint);
  const { writeImprint } = await rules();
  await writeImprint(context.env.DB, facts, writerOf(context));
  return answer(context);
};

/** Writes the privacy page as the settings are now. */
export const putPrivacy: ApiHandler = async (request, context) => {
  await readAs(request, MAX_BYTES, nothing);
  const { writePrivacy } = await rules();
  await writePrivacy(context.env.DB, writerOf(context));
  return answer(context);
};

/** What every blog should have, where nothing of it is there: an imprint with gaps, and a privacy page. */
export async function beginPages(context: ApiContext): Promise<void> {
  const { beginLegal } = await rules();
  await beginLegal(context.env.DB, writerOf(context));
}

async function answer({ env }: ApiContext) {
  await sendOwed(env.DB, env.REFRESH);
  return (await rules()).findLegal(env.DB);
}

export function writerOf({ who, now, random }: ApiContext) {
  const { slug } = who;
  if (!slug) throw new BlogError("forbidden", "This is for people who log in.");
  const newGuid = () => `urn:uuid:${crypto.randomUUID()}`;
  return { id: ownId(who), slug, now, newGuid, newSecret: () => makeSecret(random, 16) };
}
