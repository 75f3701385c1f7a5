import { LateError } from "../cache/waiting.ts";
import { BlogError } from "../errors.ts";

/** A database that does not answer is an outage, which ends; anything else that nobody expected is a bug. */
export function toBlogError(error: unknown): BlogError | null {
  if (error instanceof BlogError) return error;
  const outage =
    error instanceof LateError ||
    (error instanceof Error && /^D1_|Network connection lost/.test(error.message));
  return outage ? new BlogError("unavailable", "The database does not answer") : null;
}

/** What a bug says, for the log; requests, names and addresses are never logged with it. */
export const describe = (error: unknown): string =>
  error instanceof Error
    ? `${error.name}: ${error.message}`
    : "Something that is no error was thrown";
