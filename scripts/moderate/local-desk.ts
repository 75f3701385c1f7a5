import type { D1Database, R2Bucket } from "@cloudflare/workers-types";
import type { Queue, QueuedComment } from "../../src/admin-api/comments.ts";
import { moderationWordsOf } from "../../src/i18n/moderation/words.ts";
import { linkTo } from "../../worker/auth/links.ts";
import { signerOf } from "../../worker/auth/signing.ts";
import { moderateComments } from "../../worker/content/comments/moderate.ts";
import { erasePerson, exportPerson } from "../../worker/content/comments/rights.ts";
import { changeSettings, findSettings } from "../../worker/content/comments/settings.ts";
import { typedAddress } from "../../worker/content/comments/typed-settings.ts";
import { findMailBlog } from "../../worker/db/read/mail.ts";
import { countQueue, listQueue } from "../../worker/db/read/queue.ts";
import type { CommentStatus } from "../../worker/db/write/drafts.ts";
import { oweAnswerMail } from "../../worker/db/write/outbox.ts";
import { BlogError } from "../../worker/errors.ts";
import { whileBusy } from "../busy.ts";
import type { ModerationDesk } from "./desk.ts";

interface Blog {
  readonly db: D1Database;
  readonly bucket: R2Bucket;
  /** Where `npm start` serves it. */
  readonly origin: string;
  readonly now: string;
}

/** The blog of this machine, through its bindings; it waits while the blog that is served has the database. */
export const localDesk = ({ db, bucket, origin, now }: Blog): ModerationDesk => ({
  list: (status) => whileBusy(() => queueOf(db, status)),
  decide: async (action, ids) => {
    const tell = (id: string) => oweAnswerMail(db, id, { now });
    return (await whileBusy(() => moderateComments(db, ids, action, { now, tell }))).ids;
  },
  settings: () => whileBusy(() => findSettings(db)),
  change: (typed) => whileBusy(() => changeSettings(db, typed, { now })),
  exportPerson: (email) =>
    whileBusy(() => exportPerson(db, { email: addressOf(email) }, { frank: true })),
  erasePerson: (email, what) =>
    whileBusy(async () => {
      const { anonymous } = moderationWordsOf((await findMailBlog(db)).lang);
      return erasePerson({ db, bucket }, { email: addressOf(email) }, { what, now, anonymous });
    }),
  queueFeed: () => whileBusy(() => linkTo(signerOf(db, now), origin, now).queueFeed()),
  testMail: () => {
    const sentence = "Mails are tried from the deployed blog: --test-mail ADDRESS --remote URL.";
    throw new BlogError("invalid", sentence);
  },
});

/** As many as the API gives at once. */
const MOST_LISTED = 50;

async function queueOf(db: D1Database, status: CommentStatus): Promise<Queue> {
  const all = { words: "", postId: null, authorId: null, after: null };
  const { items } = await listQueue(db, { status, ...all, limit: MOST_LISTED });
  return { items: items as QueuedComment[], next: null, total: await countQueue(db, status) };
}

const addressOf = (typed: string): string => typedAddress(typed, "This");
