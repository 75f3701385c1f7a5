import type { MailWords } from "./de.ts";

/** Every English word of the mails. */
export const en: MailWords = {
  more: (count: number) => (count === 1 ? "And one more." : `And ${count} more.`),
  wroteOn: (name: string, title: string) => `${name || "Somebody"} on “${title}”:`,
  heldSubject: (count: number, blog: string) =>
    count === 1 ? `${blog}: a comment is waiting` : `${blog}: ${count} comments are waiting`,
  held: (count: number) =>
    count === 1
      ? "A comment is waiting for a decision. Behind the link are the buttons for it; opening it changes nothing."
      : `${count} comments are waiting for a decision. Behind each link are the buttons for it; opening it changes nothing.`,
  heldWhy:
    "This mail comes once an hour at most. Whoever has the links can decide, so please keep them to yourself. They work " +
    "for 30 days.",
  answersSubject: (count: number, title: string) =>
    count === 1
      ? `An answer to your comment on “${title}”`
      : `${count} answers to your comment on “${title}”`,
  answers: (title: string, blog: string) =>
    `Your comment on “${title}” in the blog “${blog}” has been answered.`,
  answered: (name: string) => `${name || "Somebody"} writes:`,
  unsubscribe: "No more mails about this comment:",
  confirmSubject: (blog: string) => `Do you want to hear of answers in the blog “${blog}”?`,
  confirm: (blog: string, address: string) =>
    `In the blog “${blog}” (${address}) somebody has written a comment, given this address, and wants to hear of answers. If that was ` +
    "you, please confirm it on the page behind the link.",
  confirmOn: (title: string) => `Comment on “${title}”:`,
  confirmElse:
    "If it was somebody else, there is nothing to do: without that no answer comes here, and after seven days the address " +
    "is deleted from the list.",
  personSubject: (blog: string) => `Your data in the blog “${blog}”`,
  person: (blog: string, address: string) =>
    `Somebody wants to see what the blog “${blog}” (${address}) has stored about this address. It is behind this link, with buttons to ` +
    "download and to delete it. The link works for 24 hours.",
  personElse: "If it was somebody else, there is nothing to do. Please keep the link to yourself.",
  testSubject: (blog: string) => `${blog}: a test`,
  test: "This mail shows that the blog can write to any address. There is nothing to do.",
};
