import { stableGuid } from "./names.ts";
import type { Fields } from "./records.ts";

/**
 * Gives each post of an export its guid, the same at each reading. WordPress copies guids when it copies posts, so two
 * different posts may have one: the first keeps it.
 */
export class Guids {
  /** Guids that more than one item has. */
  readonly repeated = new Set<string>();
  readonly #owners = new Map<string, string>();
  readonly #watched: ReadonlySet<string> | null;

  /** A second reading needs to watch only what the first found repeated. */
  constructor(watched: ReadonlySet<string> | null = null) {
    this.#watched = watched;
  }

  /** Null for a post that the export holds a second time. */
  async claim(field: Fields): Promise<string | null> {
    const given = field("guid").trim();
    if (given && this.#watched && !this.#watched.has(given)) return given;
    const owner = field("wp:post_id").trim() || field("link").trim();
    const facts = ["wp:post_id", "link", "title", "wp:post_date", "guid"].map(field).join("\n");
    if (this.#owners.has(given)) this.repeated.add(structuredClone(given));
    const guid = given && this.#isFree(given, owner) ? given : await stableGuid(facts);
    if (this.#owners.get(given) === owner || this.#owners.has(guid)) return null;
    // Copies: a piece of a string keeps all of the string in memory.
    this.#owners.set(structuredClone(guid), structuredClone(owner));
    return guid;
  }

  #isFree = (guid: string, owner: string): boolean => (this.#owners.get(guid) ?? owner) === owner;
}
