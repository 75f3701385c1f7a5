import { parseTime } from "../../clocks.ts";
import { webUrl } from "../../urls.ts";
import type { AttachedFile } from "../body/media-codes.ts";
import { bareHost, type OldBlog, readBlog } from "./blog.ts";
import { Guids } from "./guids.ts";
import { classify, idOf } from "./items.ts";
import { plainText } from "./names.ts";
import type { XmlNode } from "./reader.ts";
import {
  type Fields,
  fieldsOf,
  metaOf,
  readAuthor,
  readTerm,
  termsOf,
  type WxrAuthor,
  type WxrTerm,
} from "./records.ts";
import type { ClockReading } from "./time-zone.ts";

/** A post as the first reading knows it: enough to give it an address. */
export interface Candidate {
  readonly kind: "post" | "page";
  readonly guid: string;
  readonly id: number | null;
  readonly parent: number | null;
  readonly link: string;
  readonly slug: string;
  readonly title: string;
  readonly date: string;
}

/** What a first reading of the export finds out, kept small: no texts. */
export class Survey {
  readonly authors = new Map<string, WxrAuthor>();
  readonly terms = new Map<string, WxrTerm>();
  candidates: Candidate[] = [];
  readonly files = new Map<number, AttachedFile>();
  readonly filesOf = new Map<number, number[]>();
  /** One a month, which is enough to see how the clocks change. */
  readonly clocks = new Map<string, ClockReading>();
  items = 0;
  readonly #channel = new Map<string, string>();
  readonly #hosts = new Set<string>();
  /** Of this reading, and then of the next. */
  guids = new Guids();

  get blog(): OldBlog {
    return readBlog(this.#channel, this.#hosts);
  }

  async add(node: XmlNode): Promise<void> {
    if (node.name === "item") return this.#addItem(node);
    if (node.name === "wp:author") this.#addAuthor(readAuthor(node));
    else if (/^wp:(category|tag|term)$/.test(node.name)) this.#addTerm(readTerm(node), true);
    else if (!this.#channel.has(node.name)) this.#channel.set(node.name, node.text);
  }

  /** They take most of the memory, and are done with once each has its path. */
  forgetCandidates(): void {
    this.candidates = [];
    this.guids = new Guids(this.guids.repeated);
  }

  async #addItem(item: XmlNode): Promise<void> {
    this.items++;
    const field = fieldsOf(item);
    const { kind, skip } = classify(field);
    if (skip || kind === "other") return;
    if (kind === "media") return this.#addFile(item, field);
    for (const term of termsOf(item)) this.#addTerm(term, false);
    const login = field("dc:creator").trim();
    if (!this.authors.has(login)) this.#addAuthor({ id: "", login, email: "", name: "" });
    this.#addClock(field("wp:post_date"), field("wp:post_date_gmt"));
    const guid = await this.guids.claim(field);
    if (guid) this.candidates.push(structuredClone(candidateOf(field, kind, guid)));
  }

  #addClock(local: string, gmt: string): void {
    const month = local.slice(0, 7);
    if (!parseTime(local) || !parseTime(gmt) || this.clocks.has(month)) return;
    this.clocks.set(...entry(month, { local, gmt }));
  }

  #addAuthor(author: WxrAuthor): void {
    const known = this.authors.get(author.login);
    if (!known?.name) this.authors.set(...entry(author.login, author));
  }

  /** The channel says more about a term than an item does. */
  #addTerm(term: WxrTerm | null, whole: boolean): void {
    const key = term && `${term.domain}:${term.slug}`;
    if (key && (whole || !this.terms.has(key))) this.terms.set(...entry(key, term));
  }

  #addFile(item: XmlNode, field: Fields): void {
    const file = structuredClone(fileOf(item, field));
    if (!file) return;
    this.files.set(file.id, file);
    this.#hosts.add(bareHost(new URL(file.url)));
    const parent = idOf(field("wp:post_parent"));
    if (!parent) return;
    const siblings = this.filesOf.get(parent);
    if (siblings) siblings.push(file.id);
    else this.filesOf.set(parent, [file.id]);
  }
}

/** A copy: a piece of a string keeps all of the string in memory, and this one may be 500 MB long. */
const entry = <T>(key: string, value: T): [string, T] => structuredClone([key, value]);

/** The attachment that an item describes; null when it has no address. */
export function fileOf(item: XmlNode, field: Fields): AttachedFile | null {
  const id = idOf(field("wp:post_id"));
  const url = webUrl(field("wp:attachment_url") || field("guid"));
  if (!id || !url) return null;
  return {
    id,
    url,
    title: plainText(field("title")),
    alt: plainText(metaOf(item, "_wp_attachment_image_alt")),
    caption: plainText(field("excerpt:encoded")),
  };
}

function candidateOf(field: Fields, kind: Candidate["kind"], guid: string): Candidate {
  return {
    kind,
    guid,
    id: idOf(field("wp:post_id")),
    parent: idOf(field("wp:post_parent")),
    link: field("link").trim(),
    slug: field("wp:post_name").trim(),
    title: plainText(field("title")).slice(0, 120),
    date: field("wp:post_date").trim(),
  };
}
