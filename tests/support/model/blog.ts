/** A blog of a few posts, as one transaction of D1 leaves it. */
export interface BlogState {
  readonly title: number;
  /** By id: the text's version, and the ids of the comments below it. Null when it is not public. */
  readonly posts: Readonly<
    Record<number, { readonly version: number; readonly comments: readonly number[] } | null>
  >;
}

export interface ModelChange {
  readonly seq: number;
  readonly tags: readonly string[];
  readonly gone: boolean;
  readonly at: string;
}

/** Everything that a restore takes back. */
export interface Database {
  readonly blog: BlogState;
  readonly changes: readonly ModelChange[];
  readonly record: {
    readonly generation: string;
    readonly put_seq: number;
    readonly put_build: string;
    readonly put_at: string;
  } | null;
  readonly outbox: readonly ModelChange[];
}

export const ORIGIN = "https://blog.test";
export const POSTS = [1, 2, 3, 4, 5, 6];
export const PATHS = ["/", "/feed.xml", "/comments/feed.xml", ...POSTS.map((id) => `/p/${id}/`)];

export const newBlog = (): BlogState => ({
  title: 1,
  posts: Object.fromEntries(POSTS.map((id) => [id, { version: 1, comments: [id * 1_000] }])),
});

/**
 * A page as text, in the pieces that change for themselves: its body, its counts ("1=2,") and its sidebar. Comments are
 * "c1000", posts "p1v1". Null: there is no such page.
 */
export interface ModelPage {
  readonly body: string;
  readonly tags: readonly string[];
  readonly counts: readonly number[];
}

export function pageOf(path: string, { title, posts }: BlogState): ModelPage | null {
  const there = POSTS.filter((id) => posts[id]);
  const shown = (id: number) => `p${id}v${posts[id]?.version}`;
  const comments = (id: number) => (posts[id]?.comments ?? []).map((comment) => `c${comment}`);
  const all = (of: (id: number) => string | readonly string[]) => there.flatMap(of).join(" ");
  if (path === "/") return { body: `t${title} ${all(shown)}`, tags: ["front"], counts: there };
  if (path === "/feed.xml") return { body: `t${title} ${all(shown)}`, tags: ["feeds"], counts: [] };
  if (path === "/comments/feed.xml")
    return { body: `t${title} ${all(comments)}`, tags: ["comments"], counts: [] };
  const id = Number(path.slice(3, -1));
  if (!posts[id]) return null;
  const body = `t${title} ${shown(id)} ${comments(id).join(" ")}`;
  return { body, tags: [`post:${id}`, `beside:${id}`], counts: [] };
}

/** The latest comments of all posts. */
export const sidebarOf = ({ posts }: BlogState): string =>
  POSTS.flatMap((id) => posts[id]?.comments ?? [])
    .sort((a, b) => b - a)
    .slice(0, 4)
    .map((comment) => `c${comment}`)
    .join(" ");

/** What a change of a post touches. */
export const postTags = (id: number): string[] => [
  ...[`post:${id}`, "front", "feeds", "comments", "archive", "sitemap", `month:2026-0${id}`],
  ...POSTS.filter((other) => Math.abs(other - id) <= 1).map((other) => `beside:${other}`),
];
