import type { GenericSchema } from "valibot";

/** What one method of an address takes and gives, for people and programs that never saw the code. */
export interface Entry {
  /** A sentence. */
  readonly about: string;
  /** The JSON body; without it, there is none. */
  readonly takes?: GenericSchema;
  /** The JSON answer; without it, 204 and nothing. */
  readonly gives?: GenericSchema;
  /** Names of the query with what they say. */
  readonly query?: Readonly<Record<string, string>>;
  /** What is sent is a file. */
  readonly bytes?: true;
}

/** By method and path, as the table of routes has them: "GET /api/me". */
export type Contract = Readonly<Record<string, Entry>>;

/** A part of a list. */
export const PAGED = {
  after: "Where to go on: the next of the part before",
  limit: "How many at most, from 1 to 100",
} as const;
