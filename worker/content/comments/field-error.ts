import { FieldError } from "../../errors.ts";

/** What a visitor can fill in wrongly. */
export type VisitorReason =
  | ("missing" | "long" | "letters" | "address" | "malformed")
  | ("words" | "host" | "reserved" | "parent");

/** A field of a visitor's form is wrong; the interface says it in the blog's language. */
export class VisitorFieldError extends FieldError {
  declare readonly reason: VisitorReason;

  constructor(field: string, reason: VisitorReason) {
    super(field, reason, `${field}: ${reason}`);
  }
}
