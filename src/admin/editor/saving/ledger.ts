import type { Base, PostFields } from "../../../admin-api/posts.ts";
import { type Current, sameFields } from "../post.ts";

/** A text on its way to the blog. */
export interface Parcel {
  readonly fields: PostFields;
  /** How many changes it holds; null for a text that only becomes a revision. */
  readonly changes: number | null;
}

/** What was typed, and how much of it the blog has. */
export class Ledger {
  #base: Base;
  #fields: PostFields;
  /** Counts changes; those up to `#saved` the blog has. */
  #changes = 0;
  #saved = 0;
  /** Texts that become revisions before what is typed now. */
  #first: PostFields[] = [];
  /** Sent, and not known to have arrived. */
  #sent: Parcel[] = [];

  constructor(base: Base, fields: PostFields) {
    this.#base = base;
    this.#fields = fields;
  }

  get base(): Base {
    return this.#base;
  }

  get fields(): PostFields {
    return this.#fields;
  }

  get isDirty(): boolean {
    return this.#changes > this.#saved || this.owesRevision;
  }

  get owesRevision(): boolean {
    return this.#first.length > 0;
  }

  take(fields: PostFields): void {
    this.#fields = fields;
    this.#changes++;
  }

  /** Takes up a text that was written on another base. */
  restart(base: Base, fields: PostFields): void {
    this.#base = base;
    this.take(fields);
  }

  /** Goes on from what somebody else saved; what stood here becomes a revision before. */
  resolve(base: Base, fields: PostFields): void {
    if (!sameFields(this.#fields, fields)) this.#first.push(this.#fields);
    this.#sent = [];
    this.restart(base, fields);
  }

  /** What is to be sent now. */
  pack(): Parcel {
    const [first] = this.#first;
    const parcel = first
      ? { fields: first, changes: null }
      : { fields: this.#fields, changes: this.#changes };
    this.#sent.push(parcel);
    return parcel;
  }

  arrived(parcel: Parcel, base: Base): void {
    this.#base = base;
    this.#sent = [];
    if (parcel.changes === null) this.#first.shift();
    else this.#saved = parcel.changes;
  }

  /** Whether what the blog has is an own text, the answer to which was lost; it has arrived then. */
  recognise({ base, fields }: Current): boolean {
    const own = this.#sent.find((sent) => sameFields(sent.fields, fields));
    if (own) this.arrived(own, base);
    return own !== undefined;
  }
}
