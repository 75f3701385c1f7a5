/** What can go wrong that a person should hear about, and the HTTP status that says it. */
const STATUS = {
  invalid: 422,
  malformed: 400,
  unauthorized: 401,
  forbidden: 403,
  missing: 404,
  method: 405,
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
