import type { AnswerWords } from "./de.ts";

/** What the blog answers to somebody who writes here, in English. */
export const answersEn: AnswerWords = {
  waiting: (ahead: number, most: number, usual: string | null) =>
    `It has arrived. Your comment is ${ahead >= most ? `${most}th or later` : ordinal(ahead + 1)} in the queue${
      usual ? `, usually approved within ${usual}` : ""
    }. Until then only who has this address can see it.`,
  published: "Published. Everybody sees it within two minutes.",
  removed: "The comment has been removed.",
  changed: "Saved.",
  changedHeld: "Saved. As links were added, the comment waits for approval.",
  withdrawn: "Withdrawn. Within two minutes nobody sees it any more.",
  reported: "Thank you. Somebody here will look at the comment.",
  minutes: (count: number) => (count === 1 ? "a minute" : `${count} minutes`),
  hours: (count: number) => (count === 1 ? "an hour" : `${count} hours`),
  days: (count: number) => (count === 1 ? "a day" : `${count} days`),
  answersTo: (number: number, name: string, title: string) =>
    `Answers to #${number}, ${name}, on “${title}”`,
  answersOn: (title: string) => `Answers to a comment on “${title}”`,
  fields: {
    name: "The name",
    email: "The e-mail address",
    url: "The website",
    text: "The comment",
    quote: "The passage",
    reason: "The reason",
  },
  otherField: "A field",
  reasons: {
    missing: (field: string) => `${field} is missing.`,
    long: (field: string) => `${field} is too long.`,
    letters: (field: string) => `${field} needs at least one letter or digit.`,
    address: (field: string) => `${field} does not look like an address.`,
    malformed: (field: string) => `${field} could not be read.`,
    words: (field: string) => `${field} has something in it that this blog does not take.`,
    reserved: (field: string) =>
      `${field} belongs to somebody who writes here. Please take another one.`,
    parent: () => "The comment you wanted to answer is no longer there.",
    host: () => "The comment links to a site that this blog does not link to.",
  },
  closed: "The discussion is closed. Your text is still here, to take along.",
  night: "The blog takes no comments just now. Your text is still here, to take along.",
  late: "It can no longer be changed or withdrawn: the time is over, or somebody has answered.",
  limited: "Those were many at once. Your text is still here: send it again in a moment.",
  spent: "That is all for today here. Your text is still here: send it again tomorrow.",
  unavailable: "Nothing can be stored just now. Your text is still here: try again in a moment.",
  foreign: "That came from another site. Sent from here, it works.",
  unknown: "That did not work.",
};

const ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth".split(" ");

function ordinal(place: number): string {
  const word = ORDINALS[place - 1];
  if (word) return word;
  const teen = place % 100 >= 11 && place % 100 <= 13;
  return `${place}${(teen ? undefined : ["th", "st", "nd", "rd"][place % 10]) ?? "th"}`;
}
