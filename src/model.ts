/** The nouns of the blog, as pages, feeds and islands see them: public, ready to print, and safe as JSON. */

/** Markup that went through `worker/content/html.ts`; anything else is printed as text. */
export type Html = string & { readonly __brand: "Html" };

/** Languages whose interface we have words for. A post may be in any BCP 47 language. */
export type InterfaceLang = "de" | "en";

/** A path of this blog: decoded, NFC, starting with "/". `permalink()` makes an address of it. */
export type Path = string;

/** ISO 8601, UTC, to the second: "2010-03-17T10:12:00Z". */
export type UtcTime = string;

export interface Term {
  readonly slug: string;
  readonly name: string;
}

export interface CountedTerm extends Term {
  /** Listed posts. */
  readonly posts: number;
}

/** The blog as every page needs it: one row of D1, made on write. */
export interface Site {
  readonly title: string;
  readonly tagline: string;
  /** Language of the interface. */
  readonly lang: InterfaceLang;
  /** IANA name, for example "Europe/Berlin". */
  readonly timeZone: string;
  /** Static pages for the head of each page, in order. */
  readonly navigation: readonly SiteLink[];
  /** Imprint, privacy and the like: at the foot of every page, errors included. */
  readonly footer: readonly SiteLink[];
  readonly sidebar: readonly SidebarBlock[];
  /** "https://blog.example", without a slash at the end. Configuration, never a header. */
  readonly origin: string;
  /** Whether the blog says who answers for it. */
  readonly imprint: boolean;
  /** False while the blog has no address of its own, or no imprint: search engines are asked to stay away. */
  readonly indexed: boolean;
  /** Colours that the owner chose, as a style sheet, and its hash for the policy; null: the theme's own. */
  readonly theme: { readonly css: string; readonly hash: string } | null;
  /** "https://media.example": the bucket's own address, where it has one. */
  readonly mediaOrigin?: string;
  readonly comments: {
    /** Who is told of comments by mail. */
    readonly mail: "off" | "owner" | "everyone";
    /** The switch for bad nights: whether comments are taken, and whether all of them wait. */
    readonly night: "open" | "held" | "closed";
  };
}

export interface SiteLink {
  readonly title: string;
  readonly path: Path;
}

/** The sidebar is an ordered list of these, by the setting `sidebar`. */
export type SidebarBlock =
  | { readonly kind: "comments"; readonly comments: readonly LatestComment[] }
  | {
      readonly kind: "category";
      readonly title: string;
      readonly slug: string;
      readonly posts: readonly SiteLink[];
    }
  | { readonly kind: "categories"; readonly categories: readonly CategoryLink[] }
  | { readonly kind: "tags"; readonly tags: readonly CountedTerm[] }
  | { readonly kind: "archive"; readonly years: readonly YearCount[] }
  | { readonly kind: "blogroll"; readonly links: readonly BlogrollLink[] }
  | { readonly kind: "feeds" }
  | { readonly kind: "text"; readonly title: string; readonly html: Html };

export interface CategoryLink extends CountedTerm {
  /** Slug of the parent, null at the top. */
  readonly parent: string | null;
}

export interface YearCount {
  /** "2010" */
  readonly year: string;
  readonly posts: number;
}

export interface MonthCount {
  /** "2010-03" */
  readonly month: string;
  readonly posts: number;
}

export interface BlogrollLink {
  readonly title: string;
  readonly url: string;
  readonly description: string;
}

export interface LatestComment {
  readonly id: string;
  readonly number: number;
  readonly name: string;
  /** Plain text, cut at a word. */
  readonly excerpt: string;
  readonly lang: string;
  readonly postTitle: string;
  readonly postPath: Path;
  readonly postLang: string;
}

/** A post as a list shows it. */
export interface PostSummary {
  /** Never printed; what its comments are counted by. */
  readonly id: number;
  readonly path: Path;
  readonly lang: string;
  readonly title: string;
  /** The text up to `<!--more-->`, or all of it. */
  readonly lead: Html;
  /** Whether the post goes on after the lead. */
  readonly more: boolean;
  /** Plain text, short. */
  readonly excerpt: string;
  readonly words: number;
  readonly author: Term;
  readonly publishedAt: UtcTime;
  readonly tags: readonly Term[];
  readonly categories: readonly Term[];
  /** Approved ones. */
  readonly commentCount: number;
  readonly sticky: boolean;
}

/** Where a paragraph, a list or the like ends in a post's HTML, and how many characters of text it has. */
export type TextBlock = readonly [end: number, chars: number];

/** The picture above a post. */
export interface Cover {
  /** Of a file of the blog's own. */
  readonly key: string;
  readonly name: string;
  readonly alt: string;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

/** A post or a static page, whole. */
export interface Post extends PostSummary {
  readonly kind: "post" | "page";
  /** Published, or reached by its path only. */
  readonly unlisted: boolean;
  readonly guid: string;
  readonly html: Html;
  /** What a note in the margin can stand beside; the first is number 1. */
  readonly blocks: readonly TextBlock[];
  readonly updatedAt: UtcTime;
  readonly commentsOpen: boolean;
  readonly cover: Cover | null;
  /** Where the text stood first, elsewhere. */
  readonly canonical: string | null;
}

export type CommentKind = "comment" | "pingback" | "trackback" | "webmention";

/** A numbered comment. A removed one that has replies is an empty place with a number. */
export interface Comment {
  /** Public: the anchor is `#comment-ID`. */
  readonly id: string;
  readonly number: number;
  /** The parent's public id and number, null at the top. It may stand on another comment page. */
  readonly parent: { readonly id: string; readonly number: number } | null;
  readonly kind: CommentKind;
  readonly removed: boolean;
  readonly name: string;
  /** http or https, or null. */
  readonly url: string | null;
  /** The slug of the author of the blog who wrote it, else null. */
  readonly authorSlug: string | null;
  /** Whether the author of this very post wrote it. */
  readonly byPostAuthor: boolean;
  /** Of the page that links here; null for a comment. */
  readonly title: string | null;
  readonly html: Html;
  /** Plain text, cut at a word. */
  readonly excerpt: string;
  readonly lang: string;
  /** The passage of the post that it speaks of, as it stood there, with what stood around it. */
  readonly quote: Quote | null;
  /** Where in the text that is; null where the text has changed too much. */
  readonly note: NotePlace | null;
  readonly createdAt: UtcTime;
  readonly edited: boolean;
}

/** W3C's TextQuoteSelector: www.w3.org/TR/annotation-model/#text-quote-selector */
export interface Quote {
  readonly text: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** Where a note stands beside the text. */
export interface NotePlace {
  /** The block of the post that has the passage, from 1. */
  readonly block: number;
  /** Which of the places in a wide margin it has, from 1; null where it would cover another note. */
  readonly margin: number | null;
}

/** A comment in the margin, as the text of the post names it. */
export interface MarginNote extends NotePlace {
  readonly id: string;
  readonly number: number;
  readonly name: string;
}

/** A part of a visitor's text: plain, or an element with its attributes and children. */
export type CommentNode =
  | string
  | readonly [
      tag: string,
      attributes: Readonly<Record<string, string>>,
      children: readonly CommentNode[],
    ];

/** A comment away from its post, as a feed shows it. */
export interface FeedComment
  extends Pick<Comment, "id" | "number" | "name" | "url" | "html" | "excerpt" | "lang"> {
  readonly createdAt: UtcTime;
  readonly updatedAt: UtcTime;
  readonly post: Pick<Post, "guid" | "path" | "title">;
}

/** A part of a text; `found` says whether it is what was looked for. */
export interface TextPiece {
  readonly text: string;
  readonly found: boolean;
}

/** A post or static page that the search found. */
export interface SearchResult {
  readonly kind: "post" | "page";
  readonly path: Path;
  readonly lang: string;
  readonly title: readonly TextPiece[];
  /** Plain text around what was found. */
  readonly excerpt: readonly TextPiece[];
  readonly publishedAt: UtcTime;
}

/** A part of a list: its posts, newest first, and where it stands. */
export interface ListPage {
  readonly posts: readonly PostSummary[];
  /** From 1; page 1 is the newest. */
  readonly page: number;
  readonly pages: number;
  /** Posts in the whole list. */
  readonly total: number;
}

export interface Author extends CountedTerm {
  /** Plain text. */
  readonly bio: string;
  readonly url: string | null;
}

export interface Category extends CountedTerm {
  readonly description: string;
  /** From the top down. */
  readonly ancestors: readonly Term[];
  readonly children: readonly CountedTerm[];
}
