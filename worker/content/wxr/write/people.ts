import type { AuthorDraft } from "../../../db/write/drafts.ts";
import { slugify } from "../../slug.ts";
import { plainText } from "../read/names.ts";
import { type Fields, nameOfLogin, type WxrAuthor } from "../read/records.ts";

/** The authors of an old blog as authors of this one. */
export class People {
  readonly drafts = new Map<string, AuthorDraft>();
  readonly #byId = new Map<string, AuthorDraft>();
  readonly #byEmail = new Map<string, AuthorDraft>();
  readonly #first: AuthorDraft;

  constructor(authors: Iterable<WxrAuthor>) {
    const slugs = new Set<string>();
    for (const author of authors) {
      const draft = draftOf(author, slugs);
      this.drafts.set(author.login, draft);
      if (author.id) this.#byId.set(author.id, draft);
      if (author.email) this.#byEmail.set(author.email.toLowerCase(), draft);
    }
    this.#first = this.drafts.values().next().value ?? draftOf(UNKNOWN, slugs);
    if (this.drafts.size === 0) this.drafts.set("", this.#first);
  }

  /** Who wrote a post, by login. */
  bySlug = (login: string): string => (this.drafts.get(login.trim()) ?? this.#first).slug;

  /**
   * The author who wrote a comment. Only WordPress's own mark of a login counts; a visitor may type any address. Exports
   * without ids of authors are read by that mark and the address together.
   */
  ofComment(field: Fields): string | null {
    const id = field("wp:comment_user_id").trim();
    if (!/^[1-9]\d*$/.test(id)) return null;
    if (this.#byId.size > 0) return this.#byId.get(id)?.slug ?? null;
    const email = field("wp:comment_author_email").trim().toLowerCase();
    return this.#byEmail.get(email)?.slug ?? null;
  }
}

const UNKNOWN: WxrAuthor = { id: "", login: "", email: "", name: "" };

function draftOf({ login, name, email }: WxrAuthor, slugs: Set<string>): AuthorDraft {
  const shown = plainText(name) || nameOfLogin(login) || "Author";
  // A login may be an e-mail address, and a slug is public.
  const stem = slugify(login.includes("@") ? shown : login) || slugify(shown) || "author";
  let slug = stem;
  for (let count = 2; slugs.has(slug); count++) slug = `${stem}-${count}`;
  slugs.add(slug);
  return { slug, name: shown, email: email || null, wpLogin: login || null };
}
