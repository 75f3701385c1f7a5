import type { D1PreparedStatement } from "@cloudflare/workers-types";
import type { FeedComment, Path, Post, Term, UtcTime } from "../../../src/model.ts";
import { type FeedCommentRow, toFeedComment } from "./comment-rows.ts";
import type { Reader } from "./reader.ts";
import { LEADS_OPENLY } from "./redirects.ts";
import { POST_COLUMNS, type PostRow, toPost } from "./rows.ts";

/** Entries in a feed. */
const ENTRIES = 20;
/** Numbers that are looked at for the newest comments of a post; some may be gone. */
const NUMBERS = 40;

/** The newest posts of the blog, whole. */
export async function listNewest(reader: Reader): Promise<Post[]> {
  const [rows = []] = await reader.batch([newestOf(reader, "SELECT ?1", "front")]);
  return (rows as PostRow[]).map(toPost);
}

const TABLES = { tag: "tags", category: "categories", author: "authors" } as const;

/** What a list of posts is about, as lists and tables name it. */
export type Noun = keyof typeof TABLES;

/** The newest posts of a term or an author; without any it is missing. */
export async function findTermFeed(
  reader: Reader,
  noun: Noun,
  slug: string,
): Promise<{ term: Term; posts: Post[]; list: string } | null> {
  const table = TABLES[noun];
  const [terms, rows] = (await reader.batch([
    reader.sql(`SELECT slug, name FROM ${table} WHERE slug = ?1`, slug),
    newestOf(reader, `SELECT '${noun}:' || id FROM ${table} WHERE slug = ?1`, slug),
  ])) as [Term[], (PostRow & { list: string })[]];
  const [term] = terms;
  return term && rows[0] ? { term, posts: rows.map(toPost), list: rows[0].list } : null;
}

/** `list` is SQL for the list's name and may use ?1; it stands in the code. */
const newestOf = (reader: Reader, list: string, value: string): D1PreparedStatement =>
  reader.sql(
    `SELECT ${POST_COLUMNS}, l.list FROM lists l
     JOIN listed_posts posts ON posts.id = l.post_id JOIN authors ON authors.id = posts.author_id
     WHERE l.list = (${list}) ORDER BY l.position DESC LIMIT ?2`,
    value,
    ENTRIES,
  );

/** The newest comments of the blog, with their posts. */
export async function listNewestComments(reader: Reader): Promise<FeedComment[]> {
  const sql = "SELECT * FROM latest_comments ORDER BY created_at DESC, id DESC LIMIT ?1";
  const [rows = []] = await reader.batch([reader.sql(sql, ENTRIES)]);
  return (rows as FeedCommentRow[]).map(toFeedComment);
}

/** A post with the newest of its comments, or where its path leads now. */
export type PostFeed =
  | { readonly redirect: Path }
  | { readonly post: Post; readonly comments: readonly FeedComment[] };

/** The path comes without its last slash, as it may be stored. */
export async function findPostFeed(reader: Reader, path: Path): Promise<PostFeed | null> {
  const paths = JSON.stringify([path, `${path}/`]);
  const [posts, comments, redirects] = (await reader.batch([
    reader.sql(POST, paths),
    reader.sql(COMMENTS, paths, NUMBERS, ENTRIES),
    reader.sql(`SELECT target FROM redirects WHERE path IN (${VALUES}) AND ${LEADS_OPENLY}`, paths),
  ])) as [PostRow[], FeedCommentRow[], { target: Path }[]];
  if (posts[0]) return { post: toPost(posts[0]), comments: comments.map(toFeedComment) };
  return redirects[0] ? { redirect: redirects[0].target } : null;
}

/** A comment and the newest answers to it. */
export interface AnswersFeed {
  readonly post: Pick<Post, "id" | "title">;
  /** Null while only its writer sees it. */
  readonly shown: { readonly number: number; readonly name: string } | null;
  readonly createdAt: UtcTime;
  readonly answers: readonly FeedComment[];
}

/** For who has the comment's id: its writer may follow from the start. */
export async function findAnswers(reader: Reader, id: string): Promise<AnswersFeed | null> {
  const [comments, answers] = (await reader.batch([
    reader.sql(ANSWERED, id),
    reader.sql(ANSWERS, id, ENTRIES),
  ])) as [AnsweredRow[], FeedCommentRow[]];
  const [row] = comments;
  if (!row) return null;
  const { postId, title, number, name, shown, createdAt } = row;
  return {
    ...{ post: { id: postId, title }, createdAt, answers: answers.map(toFeedComment) },
    shown: shown && number !== null ? { number, name } : null,
  };
}

interface AnsweredRow {
  readonly number: number | null;
  readonly name: string;
  readonly shown: number;
  readonly createdAt: UtcTime;
  readonly postId: number;
  readonly title: string;
}

const ANSWERED = `SELECT c.number, c.name, c.status = 'approved' AS shown, c.created_at AS createdAt, p.id AS postId, p.title
  FROM comments c JOIN public_posts p ON p.id = c.post_id WHERE c.public_id = ?1 AND c.status <> 'trash'`;

const ANSWERS = `SELECT c.*, p.guid AS post_guid, p.path AS post_path, p.title AS post_title, p.lang AS post_lang
  FROM (SELECT id FROM comments WHERE parent_id = (SELECT id FROM comments WHERE public_id = ?1)
    AND status = 'approved' ORDER BY number DESC LIMIT ?2) newest
  CROSS JOIN public_comments c ON c.id = newest.id JOIN public_posts p ON p.id = c.post_id ORDER BY c.number DESC`;

const VALUES = "SELECT value FROM json_each(?1)";

const POST = `SELECT ${POST_COLUMNS} FROM public_posts posts JOIN authors ON authors.id = posts.author_id
  WHERE posts.path IN (${VALUES}) ORDER BY posts.path DESC LIMIT 1`;

const COMMENTS = `WITH found AS (SELECT id, last_number, guid, path, title, lang FROM public_posts
    WHERE path IN (${VALUES}) ORDER BY path DESC LIMIT 1)
  SELECT c.*, found.guid AS post_guid, found.path AS post_path, found.title AS post_title, found.lang AS post_lang
  FROM found JOIN public_comments c ON c.post_id = found.id AND c.number > found.last_number - ?2
  WHERE NOT c.removed ORDER BY c.number DESC LIMIT ?3`;
