import type { D1PreparedStatement } from "@cloudflare/workers-types";
import type {
  CommentKind,
  Html,
  Path,
  Quote,
  Term,
  TextBlock,
  UtcTime,
} from "../../../src/model.ts";

/** Statements for `db.batch()`: what belongs together is written together or not at all. */
export type Statements = D1PreparedStatement[];

export type PostStatus = "draft" | "scheduled" | "published" | "unlisted" | "private";
export type CommentStatus = "pending" | "approved" | "spam" | "trash";

export interface AuthorDraft {
  readonly slug: string;
  readonly name: string;
  readonly bio?: string;
  readonly url?: string | null;
  /** Never public. */
  readonly email?: string | null;
  readonly role?: "owner" | "editor" | "author";
  readonly wpLogin?: string | null;
  readonly demo?: boolean;
}

export interface PostDraft {
  readonly kind: "post" | "page";
  readonly status: PostStatus;
  readonly slug: string;
  readonly path: Path;
  readonly guid: string;
  readonly lang: string;
  /** Slug of an author who is there. */
  readonly author: string;
  /** Guid of the static page above this one. */
  readonly parentGuid: string | null;
  readonly menuOrder: number;
  readonly title: string;
  readonly format: "markdown" | "html";
  readonly source: string;
  readonly html: Html;
  readonly lead: Html | null;
  readonly excerpt: string;
  readonly blocks: readonly TextBlock[];
  readonly words: number;
  /** Plain text, for search. */
  readonly text: string;
  /** Terms that are there. */
  readonly tags: readonly Term[];
  readonly categories: readonly Term[];
  readonly publishedAt: UtcTime | null;
  /** YYYY-MM-DD in the site's time zone. */
  readonly localDate: string | null;
  readonly createdAt: UtcTime;
  readonly updatedAt: UtcTime;
  readonly sticky: boolean;
  readonly commentsOpen: boolean;
  /** Whether each comment waits for the author. */
  readonly commentsHeld: boolean;
  readonly wpId: number | null;
  /** Stays a draft until `finishImport`. */
  readonly importing: boolean;
  readonly demo: boolean;
}

export interface CommentDraft {
  /** The anchor: random, or the id that WordPress gave. */
  readonly publicId: string;
  readonly postGuid: string;
  /** Public id of a comment of the same post; without one it stands at the top. */
  readonly parentPublicId: string | null;
  readonly kind: CommentKind;
  readonly status: CommentStatus;
  readonly name: string;
  readonly url: string | null;
  /** Never public. */
  readonly email: string | null;
  /** Slug of the author of the blog who wrote it. */
  readonly author: string | null;
  readonly title: string | null;
  readonly format: "markdown" | "html";
  readonly source: string;
  readonly html: Html;
  readonly excerpt: string;
  /** Null: the post's. */
  readonly lang: string | null;
  readonly createdAt: UtcTime;
  readonly wpId: number | null;
  /** The passage of a margin note, and the block of the post that has it. */
  readonly quote?: Quote & { readonly block: number | null };
}
