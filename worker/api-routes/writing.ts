import {
  addCategory,
  addTag,
  mergeTerm,
  putCategory,
  putTag,
  removeTerm,
  showTerms,
} from "../handlers/api/desk/terms.ts";
import { findFiles, showFiles } from "../handlers/api/files.ts";
import { createPost, removePost, savePost, showForWriting } from "../handlers/api/posts/edit.ts";
import { listLinks, listPosts } from "../handlers/api/posts/list.ts";
import { publishOne } from "../handlers/api/posts/publish.ts";
import {
  convertPost,
  makePreviewLink,
  showRevision,
  showRevisions,
} from "../handlers/api/posts/revisions.ts";
import { publishPosts } from "../handlers/api/publish.ts";
import type { Answers, ApiRoute } from "../handlers/api/route.ts";

/** About posts: one's own, and everybody's for whoever may write them, which the handlers see to. */
const writing = (path: string, answers: Answers): ApiRoute => ({
  ...{ path, can: "posts.own", scope: "write", ...answers },
});

/** About tags and categories. */
const terms = (path: string, answers: Answers): ApiRoute => ({
  ...{ path, can: "terms", scope: "write", ...answers },
});

/** Posts, tags and categories, for the application and for programs. */
export const writingRoutes: readonly ApiRoute[] = [
  writing("/api/links", { GET: listLinks }),
  writing("/api/posts", { creates: "plain", GET: listPosts, POST: createPost }),
  writing("/api/posts/:post", { GET: showForWriting, PUT: savePost, DELETE: removePost }),
  writing("/api/posts/:post/publish", { POST: publishOne }),
  writing("/api/posts/:post/revisions", { GET: showRevisions }),
  writing("/api/posts/:post/revisions/:revision", { GET: showRevision }),
  writing("/api/posts/:post/preview-link", { POST: makePreviewLink }),
  writing("/api/posts/:post/markdown", { POST: convertPost }),
  { path: "/api/files", can: "posts.all", scope: "publish", GET: showFiles, POST: findFiles },
  { path: "/api/terms", can: "posts.own", scope: "write", GET: showTerms },
  terms("/api/terms/tags", { creates: "plain", POST: addTag }),
  terms("/api/terms/tags/:term", { PUT: putTag, DELETE: removeTerm("tags") }),
  terms("/api/terms/tags/:term/merge", { POST: mergeTerm("tags") }),
  terms("/api/terms/categories", { creates: "plain", POST: addCategory }),
  terms("/api/terms/categories/:term", { PUT: putCategory, DELETE: removeTerm("categories") }),
  terms("/api/terms/categories/:term/merge", { POST: mergeTerm("categories") }),
  { path: "/api/publish", can: "posts.all", scope: "publish", POST: publishPosts },
];
