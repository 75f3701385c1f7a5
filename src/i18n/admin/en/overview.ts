import type { OverviewWords } from "../de/overview.ts";

export const en: OverviewWords = {
  hello: (name) => `Hello, ${name}`,
  waiting: (count) => (count === 1 ? "comment waits" : "comments wait"),
  spam: "in spam",
  scheduled: "Scheduled",
  drafts: "Drafts",
  comments: "New comments",
  noScheduled: "Nothing is scheduled.",
  noDrafts: "No drafts. Time for a new post?",
  noComments: "No new comments.",
  untitled: "Untitled",
  due: "appears",
  edited: "edited",
  on: "on",
  noName: "no name",
  warnings: {
    imprint: "The imprint is empty. As long as it is, search engines are kept away.",
    dead: "Something could not be delivered. See “Health”.",
    cron: "The blog's clock stands still: scheduled posts do not appear.",
    outbox: "Changes wait to be shown.",
  },
};
