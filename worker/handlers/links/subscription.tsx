import { moderationWordsOf } from "../../../src/i18n/moderation/words.ts";
import { wordsOf } from "../../../src/i18n/words.ts";
import { DecisionPage } from "../../../src/pages/decision-page.tsx";
import { selectSubscription } from "../../db/read/moderation.ts";
import { confirmSubscription, deleteSubscription } from "../../db/write/subscriptions.ts";
import { page, siteOf } from "../answers.tsx";
import type { VisitorHandler } from "../visitors/route.ts";
import { invalidLink, message, signedBy } from "./invalid.tsx";

/** Asks whether somebody wants to hear of answers, or wants no more of it: looking at it changes nothing. */
export const showSubscription: VisitorHandler = async ({ key }, visitor) => {
  const confirming = await signedBy(key, "confirm", visitor);
  const ending = confirming ? null : await signedBy(key, "unsubscribe", visitor);
  const of = confirming?.of ?? ending?.of;
  if (of === undefined) return invalidLink(visitor);
  const { reader } = visitor;
  const [[found] = []] = (await reader.batch([
    selectSubscription({ prepare: (sql) => reader.sql(sql) }, of),
  ])) as [{ postTitle: string }[]];
  const site = siteOf(visitor);
  const words = moderationWordsOf(site.lang);
  if (confirming && !found) return invalidLink(visitor);
  const title = found?.postTitle || wordsOf(site.lang).untitled;
  const asked = confirming
    ? {
        ...{ title: words.confirm, sentences: [words.confirmAsk(title)] },
        choices: [{ action: "confirm", label: words.confirmNow }],
      }
    : {
        ...{ title: words.unsubscribe, sentences: [words.unsubscribeAsk] },
        choices: [{ action: "unsubscribe", label: words.unsubscribeNow }],
      };
  return page(<DecisionPage site={site} {...asked} />, []);
};

/** Does it. A mail program that unsubscribes by itself (RFC 8058) sends the same, without having looked. */
export const changeSubscription: VisitorHandler = async ({ key }, visitor) => {
  const { env, now, reader } = visitor;
  const confirming = await signedBy(key, "confirm", visitor);
  const ending = confirming ? null : await signedBy(key, "unsubscribe", visitor);
  await reader.batch([]);
  const words = moderationWordsOf(siteOf(visitor).lang);
  if (ending) {
    await deleteSubscription(env.DB, ending.of).run();
    return message(visitor, [words.unsubscribed, words.unsubscribedLong]);
  }
  const { results } = confirming
    ? await confirmSubscription(env.DB, confirming.of, now).all()
    : { results: [] };
  if (results.length === 0) return invalidLink(visitor);
  return message(visitor, [words.confirmed, words.confirmedLong]);
};
