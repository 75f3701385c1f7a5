import type { UtcTime } from "../../src/model.ts";
import type { Signer } from "./signing.ts";

/** Days that somebody may decide about a comment with the link of a mail. */
const MODERATE_DAYS = 30;
/** Days that an address may be confirmed. */
const CONFIRM_DAYS = 7;
const DAY_SECONDS = 86_400;

/** The signed addresses that mails and private feeds lead to. */
export interface LinkTo {
  readonly moderate: (commentId: string) => Promise<string>;
  readonly confirm: (commentId: string) => Promise<string>;
  /** It never ends: nobody should have to stay subscribed. */
  readonly unsubscribe: (commentId: string) => Promise<string>;
  readonly person: (id: string, hours: number) => Promise<string>;
  /** Good for as long as this author may decide about all comments; null: for whoever has the blog's own token. */
  readonly queueFeed: (authorId?: number | null) => Promise<string>;
}

/** Makes signed addresses below this origin. */
export function linkTo(signer: Signer, origin: string, now: UtcTime): LinkTo {
  const after = (seconds: number) => Math.floor(Date.parse(now) / 1000) + seconds;
  const subscription = (key: string) => `${origin}/comments/subscription/?key=${key}`;
  const { sign } = signer;
  return {
    moderate: async (of) => {
      const key = await sign({
        purpose: "moderate",
        of,
        until: after(MODERATE_DAYS * DAY_SECONDS),
      });
      return `${origin}/comments/${encodeURIComponent(of)}/moderate/?key=${key}`;
    },
    confirm: async (of) =>
      subscription(
        await sign({ purpose: "confirm", of, until: after(CONFIRM_DAYS * DAY_SECONDS) }),
      ),
    unsubscribe: async (of) =>
      subscription(await sign({ purpose: "unsubscribe", of, until: null })),
    person: async (of, hours) =>
      `${origin}/comments/person/?key=${await sign({ purpose: "person", of, until: after(hours * 3600) })}`,
    queueFeed: async (authorId = null) => {
      const key = await sign({ purpose: "queue", of: String(authorId ?? ""), until: null });
      return `${origin}/comments/queue/feed.xml?key=${key}`;
    },
  };
}
