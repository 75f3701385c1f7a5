/** Why the blog did not do it: RFC 9457, and what its API adds. */
export interface ProblemDetails {
  readonly detail?: string;
  readonly field?: string;
  readonly reason?: string;
  readonly current?: unknown;
}

/** What a request of the application ends in that did not work. */
export class Problem extends Error {
  /** 0: no answer came. */
  readonly status: number;
  /** A sentence in English, for what the application has no words of its own for. */
  readonly detail: string;
  readonly field: string | undefined;
  readonly reason: string | undefined;
  /** What stands there instead, with 409. */
  readonly current: unknown;
  /** Seconds that the blog asks to wait. */
  readonly wait: number;

  constructor(status: number, { detail = "", ...more }: ProblemDetails = {}, wait = 0) {
    super(detail || `Status ${status}`);
    this.status = status;
    this.detail = detail;
    this.field = more.field;
    this.reason = more.reason;
    this.current = more.current;
    this.wait = wait;
  }
}

/** What somebody threw, as a Problem: a bug of the application is one without an answer. */
export const toProblem = (error: unknown): Problem =>
  error instanceof Problem ? error : new Problem(-1, { detail: String(error) });
