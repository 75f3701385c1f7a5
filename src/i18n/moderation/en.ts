import type { ModerationWords } from "./de.ts";

const inBrackets = (detail: string): string => (detail ? ` (${detail})` : "");

/** Every English word of the pages behind links in mails, and of what waits for a moderator. */
export const en: ModerationWords = {
  reasons: {
    "all-held": () => "All comments are held.",
    newcomer: () => "Whoever wrote this is not known here yet.",
    "post-held": () => "Comments on this post are held.",
    night: () => "Tonight all comments are held.",
    links: (detail) => `Many links${inBrackets(detail)}.`,
    word: (detail) => `A word of the list${inBrackets(detail)}.`,
    host: (detail) => `A link to an address of the list${inBrackets(detail)}.`,
    name: (detail) => `A name of the list${inBrackets(detail)}.`,
    honeypot: () => "A field is filled in that only programs see.",
    fast: (detail) => `Written too fast${inBrackets(detail)}.`,
    "bad-host": (detail) => `A link there has been spam here before${inBrackets(detail)}.`,
    "known-spam": () => "The text is like known spam.",
    repeated: () => "Nearly the same text came a short while ago.",
    scripts: () => "Letters of several alphabets in one word.",
    reported: (detail) => (detail ? `Reported: ${detail}` : "Reported."),
    flood: () => "Very many comments came at once.",
    unlimited: () => "The limit of requests could not be checked.",
    edited: () => "Changed afterwards, with new links.",
  },
  moderation: "Review a comment",
  queue: (blog) => `${blog}: waiting comments`,
  waitingBy: (name, title) => `${name || "Somebody"} on “${title}”`,
  status: { pending: "waiting", approved: "published", spam: "spam", trash: "in the trash" },
  on: "on",
  website: "Website",
  quote: "A margin note on this passage",
  why: "Why it waits",
  approve: "Publish",
  spam: "Spam",
  trash: "Delete",
  noName: "no name",
  done: { approve: "Published.", spam: "Put away as spam.", trash: "Deleted." },
  doneLong:
    "What is published or removed is so for everybody within two minutes. Spam and what is deleted stay for 30 days, as " +
    "long as this link works.",
  invalid: "This link does not work",
  invalidLong: "It has ended, is incomplete, or was used before. Nothing was changed.",
  confirm: "Hear of answers",
  confirmAsk: (title) =>
    `Do you want a mail when somebody answers your comment on “${title}”, one in ten minutes at most?`,
  confirmNow: "Yes, send me mails",
  confirmed: "You will hear of answers",
  confirmedLong: "Each of these mails has a link that ends them.",
  unsubscribe: "No more mails",
  unsubscribeAsk: "No more mails about answers to this comment?",
  unsubscribeNow: "Unsubscribe",
  unsubscribed: "Unsubscribed",
  unsubscribedLong: "No more mails about this comment.",
  person: "What is stored here about you",
  personAsk:
    "If you have commented here with an e-mail address, a link will be sent there: to all that is stored about the address, and " +
    "to its deletion.",
  personEmail: "E-mail address",
  personNow: "Send the link",
  personSent: "Thank you",
  personSentLong:
    "If something is stored about this address, a mail is on its way there. There is one a day at most.",
  personOff:
    "This blog writes no mails to visitors. But each comment has a page of its own, where its writer can see and delete it; and " +
    "there is the address in the imprint.",
  personCounts: (comments, subscriptions) =>
    `${comments === 1 ? "One comment" : `${comments} comments`}, ` +
    `${subscriptions === 1 ? "one request" : `${subscriptions} requests`} to hear of answers.`,
  personExport: "Download everything",
  personErase: "Delete all texts",
  personEraseHint: "Where others have answered, an empty place remains.",
  personAnonymise: "Delete only the name",
  personAnonymiseHint: "The texts stay, without name, address and website.",
  erased: "Deleted",
  erasedLong:
    "It has left the pages within two minutes. It is final when the backups of the database have ended, after 30 days at " +
    "most.",
  anonymous: "Anonymous",
};
