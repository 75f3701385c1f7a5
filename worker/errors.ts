/** What can go wrong that a person should hear about, and the HTTP status that says it. */
const STATUS = {
  invalid: 422,
  malformed: 400,
  unauthorized: 401,
  forbidden: 403,
  missing: 404,
  method: 405,
  conflict: 409,
  unsized: 411,
  large: 413,
  type: 415,
  misdirected: 421,
  limited: 429,
  unavailable: 503,
  bug: 500,
} as const;

export type ErrorCode = keyof typeof STATUS;

/** The one error for people: the code gives the status, the message is shown. Anything else thrown is a bug. */
export class BlogError extends Error {
  readonly code: ErrorCode;
  /** Seconds until the same may be tried again, where that is known. */
  readonly wait: number | undefined;

  constructor(code: ErrorCode, message: string, wait?: number) {
    super(message);
    this.code = code;
    this.wait = wait;
  }

  get status(): number {
    return STATUS[this.code];
  }
}

/** Something is wrong with one field. The reason is a word that an interface has a sentence for in each language. */
export class FieldError extends BlogError {
  readonly field: string;
  readonly reason: string;

  constructor(field: string, reason: string, sentence = `${field}: ${reason}`) {
    super("invalid", sentence);
    this.field = field;
    this.reason = reason;
  }
}

/** What was asked for meets what is there; `current` is what is there. */
export class Conflict extends BlogError {
  readonly reason: string;
  readonly current: unknown;

  constructor(reason: string, sentence: string, current?: unknown) {
    super("conflict", sentence);
    this.reason = reason;
    this.current = current;
  }
}
