import type { FiguresWords } from "../de/figures.ts";

export const en: FiguresWords = {
  title: "Figures",
  about:
    "Approximate, and without spying on anybody: no cookie, no address, no script. What is counted is how often a page was asked for, not by whom. Some requests are missing.",
  edgeCache:
    "Cloudflare's edge cache is on: what it answers, the blog does not see. Hence these figures are too small.",
  span: "Span",
  days: (count) => `${count} days`,
  reads: "Reads",
  readsOf: (count) => (count === 1 ? "1 read" : `${count} reads`),
  day: "Day",
  chart: "Reads per day",
  total: "in all",
  posts: "Posts",
  feeds: "Feeds",
  subscribers: (count) => (count === 1 ? "1 subscriber" : `${count} subscribers`),
  feedsLong: "As many subscribers as feed readers say themselves; who reads alone counts as one.",
  readers: "Feed readers",
  referrers: "From where",
  nothing: "Nothing yet.",
  table: "As a table",
};
