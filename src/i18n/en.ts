import { MAX_FOUND } from "../addresses.ts";
import type { Words } from "./de.ts";

/** Every English word of the interface. */
export const en: Words = {
  untitled: "Untitled",
  skip: "Skip to the text",
  navigation: "Pages",
  sidebar: "In the margin",
  footer: "About this blog",
  home: "Front page",
  latestPosts: "Latest posts",
  noPosts: "Nothing here yet.",
  archive: "Archive",
  tags: "Tags",
  categories: "Categories",
  subcategories: "Subcategories",
  latestComments: "Latest comments",
  blogroll: "Other blogs",
  feeds: "Feeds",
  allFeeds: "All feeds",
  allPosts: "All posts",
  allComments: "All comments",
  feedTitle: (blog: string) => `${blog}: all posts`,
  subscribe: "Subscribe",
  sticky: "Pinned",
  by: "by",
  on: "on",
  readingTime: (minutes: number) => `${minutes} min read`,
  readOn: "Read on",
  previousPost: "Older post",
  nextPost: "Newer post",
  neighbours: "Before and after",
  posts: (count: number) => (count === 1 ? "1 post" : `${count} posts`),
  postsAbout: (tag: string) => `Posts about “${tag}”`,
  postsIn: (category: string) => `Category “${category}”`,
  postsBy: (author: string) => `Posts by ${author}`,
  postsFrom: (time: string) => `Posts from ${time}`,
  website: "Website",
  comments: (count: number) => {
    if (count === 0) return "No comments";
    return count === 1 ? "1 comment" : `${count} comments`;
  },
  commentsOn: (title: string) => `Comments on “${title}”`,
  commentBy: (name: string, title: string) =>
    name ? `${name} on “${title}”` : `Comment on “${title}”`,
  commentNumber: (number: number) => `Comment ${number}`,
  commentsClosed: "The discussion is closed.",
  commentPages: "Pages of the discussion",
  commentRemoved: "Comment removed",
  postAuthor: "writes here",
  replyTo: (number: number) => `In reply to #${number}`,
  mention: {
    comment: "Comment",
    pingback: "Pingback",
    trackback: "Trackback",
    webmention: "Webmention",
  },
  wholePost: "Read the post",
  pages: "Pages",
  page: (page: number) => `Page ${page}`,
  pageOf: (page: number, pages: number) => `Page ${page} of ${pages}`,
  newer: "Newer",
  older: "Older",
  back: "Back",
  forward: "Forward",
  path: "Path",
  search: "Search",
  searchFor: "Words to look for",
  searchNow: "Search",
  searchOf: (blog: string) => `Search ${blog}`,
  foundFor: (question: string) => `Search for “${question}”`,
  found: (count: number) => {
    if (count === 0) return "Nothing found";
    if (count >= MAX_FOUND) return `The newest ${MAX_FOUND} results, best first`;
    return count === 1 ? "1 result" : `${count} results, best first`;
  },
  searchHint:
    "No post has all of these words. Fewer words find more, and of the last word the beginning will do.",
  feedIntro:
    "A feed is an address where a blog keeps its new posts ready for programs. A feed reader " +
    "looks there now and then and shows you what is new. It takes no account and no e-mail " +
    "address, and nobody decides for you what you get to see.",
  feedHow:
    "This is how: copy the address into a feed reader, where it says “Subscribe” or “Add feed”. " +
    "Many programs find it by themselves when you give them the address of the blog.",
  feedFullText: "The latest posts in full text, as RSS:",
  feedFormats:
    "Every feed comes in three formats that say the same. Every program reads RSS; if yours gives " +
    "you a choice, take what it likes best.",
  feedsElsewhere:
    "Each tag, each person who writes here, and the discussion below each post have a feed " +
    "of their own: add feed.xml to the address of the page.",
  blogrollIntro: "Blogs that we read ourselves:",
  error: "Error",
  errors: {
    400: ["That made no sense to us", "The blog could not make anything of this request."],
    404: ["Nothing here", "There is no page at this address. Perhaps it has moved."],
    405: ["Not that way", "This address exists, but not for this kind of request."],
    413: ["That is too much", "The text is longer than the blog can take."],
    422: [
      "Something is missing",
      "One of the fields is not right yet. Go back one step and try again.",
    ],
    429: ["A little slower, please", "Those were many requests at once. Try again in a moment."],
    500: ["Our mistake", "Something went wrong here. It was nothing you did."],
    503: ["Back in a moment", "The blog cannot be reached just now. Please try again shortly."],
  },
};
