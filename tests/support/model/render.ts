import type { Rendered } from "../../../worker/cache/ladder.ts";
import { pageTags } from "../../../worker/cache/tags.ts";
import { type Database, pageOf, sidebarOf } from "./blog.ts";

/** A page as the blog's renderer would make it of what D1 gave. */
export function render(
  { blog, changes, record }: Database,
  path: string,
  { build, now }: { build: string; now: number },
): Rendered<null> {
  const seq = changes.at(-1)?.seq ?? 0;
  const page = pageOf(path, blog);
  if (!page) return { other: null, seq };
  const body = new TextEncoder().encode(`${page.body}|${page.counts.join("")}|`);
  const first = page.body.length + 1;
  const counts = page.counts.map((postId, at) => {
    const count = blog.posts[postId]?.comments.length ?? 0;
    return { kind: "count" as const, at: first + at + 1, postId, count };
  });
  const slots = [...counts, { kind: "sidebar" as const, at: body.length }];
  const sidebar = { html: sidebarOf(blog), etag: "s", lang: "en" as const };
  const common = {
    build,
    generation: record?.generation ?? "",
    seq,
    etag: "e",
    csp: build,
    type: "",
  };
  const times = { renderedAt: now, modified: null, tags: pageTags(page.tags) };
  return { page: { ...common, ...times, slots, body, sidebar } };
}
