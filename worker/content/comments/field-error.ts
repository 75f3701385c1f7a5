import { BlogError } from "../../errors.ts";

/** What a visitor can fill in wrongly. */
export type FieldReason =
  | ("missing" | "long" | "letters" | "address" | "malformed")
  | ("words" | "host" | "reserved" | "parent");

/** Something is wrong with one field; the interface says it in the blog's language. */
export class FieldError extends BlogError {
  readonly field: string;
  readonly reason: FieldReason;

  constructor(field: string, reason: FieldReason) {
    super("invalid", `${field}: ${reason}`);
    this.field = field;
    this.reason = reason;
  }
}
