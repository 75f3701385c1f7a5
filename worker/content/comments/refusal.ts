import { BlogError, type ErrorCode } from "../../errors.ts";

/** Why a comment cannot be taken, though nothing in it is wrong. */
export type RefusalReason = "closed" | "night" | "late" | "spent";

const CODES: Readonly<Record<RefusalReason, ErrorCode>> = {
  ...({ closed: "forbidden", night: "forbidden", late: "forbidden", spent: "limited" } as const),
};

/** A refusal that the interface explains in the blog's language. */
export class Refusal extends BlogError {
  readonly reason: RefusalReason;

  /** `wait` in seconds, where it is known when it is over. */
  constructor(reason: RefusalReason, wait?: number) {
    super(CODES[reason], `Comments are not taken: ${reason}`, wait);
    this.reason = reason;
  }
}
