import * as v from "valibot";
import * as posts from "../posts.ts";
import * as terms from "../terms.ts";
import { type Contract, PAGED } from "./entry.ts";

const list = {
  ...{ kind: "post or page", status: "draft, scheduled, published, unlisted or private" },
  ...{ q: "Words of the text, or of the title", path: "The path of a post" },
  ...PAGED,
};
const merge = (about: string) => ({ about, takes: terms.merge, gives: terms.terms });

/** Posts, tags and categories. */
export const writingContract: Contract = {
  "GET /api/links": {
    about: "Posts to link to, best first",
    query: { q: "Words" },
    gives: posts.links,
  },
  "GET /api/posts": { about: "Posts or static pages", query: list, gives: posts.postList },
  "POST /api/posts": { about: "An empty draft", takes: posts.newPost, gives: posts.postFull },
  "GET /api/posts/:post": { about: "A post with all that its author typed", gives: posts.postFull },
  "PUT /api/posts/:post": {
    about: "Saves a revision on top of `base`; 409 with what is there where it moved",
    takes: posts.savePost,
    gives: posts.saved,
  },
  "DELETE /api/posts/:post": { about: "Deletes a draft with its revisions" },
  "POST /api/posts/:post/publish": {
    about: "Publishes, schedules or hides a post in one batch",
    takes: posts.publishPost,
    gives: posts.published,
  },
  "GET /api/posts/:post/revisions": {
    about: "Every save, latest first",
    query: PAGED,
    gives: posts.revisionList,
  },
  "GET /api/posts/:post/revisions/:revision": {
    about: "One save, whole",
    gives: posts.revisionFull,
  },
  "POST /api/posts/:post/preview-link": {
    about: "An address of the newest text for somebody without a login, for a week",
    gives: posts.previewLink,
  },
  "POST /api/posts/:post/markdown": {
    about: "Makes Markdown of a post in HTML, if it comes out equal",
    gives: v.strictObject({ markdown: v.string(), ...posts.postFull.entries }),
  },
  "GET /api/files": {
    about: "What somebody who publishes Markdown files has to know",
    gives: v.looseObject({}),
  },
  "POST /api/files": {
    about: "The posts that files may mean",
    takes: v.looseObject({}),
    gives: v.array(v.looseObject({})),
  },
  "POST /api/publish": {
    about: "Writes posts from Markdown files: all, or none",
    takes: v.looseObject({}),
    gives: v.looseObject({}),
  },
  "GET /api/terms": { about: "Every tag and category", gives: terms.terms },
  "POST /api/terms/tags": { about: "A tag", takes: terms.newTag, gives: terms.terms },
  "PUT /api/terms/tags/:term": {
    about: "Another name for a tag, everywhere",
    takes: terms.tagChange,
    gives: terms.terms,
  },
  "DELETE /api/terms/tags/:term": { about: "Takes a tag out of all posts", gives: terms.terms },
  "POST /api/terms/tags/:term/merge": merge("Makes one tag another; its address leads there"),
  "POST /api/terms/categories": { about: "A category", takes: terms.category, gives: terms.terms },
  "PUT /api/terms/categories/:term": {
    about: "What a category is, and what it stands below",
    takes: terms.category,
    gives: terms.terms,
  },
  "DELETE /api/terms/categories/:term": {
    about: "Takes a category out of all posts",
    gives: terms.terms,
  },
  "POST /api/terms/categories/:term/merge": merge(
    "Makes one category another; its address leads there",
  ),
};
