import type { UtcTime } from "../../../src/model.ts";
import type { Isolate } from "../../cache/isolate.ts";
import type { Env } from "../../env.ts";
import type { BlogError } from "../../errors.ts";
import type { Answer, Params, PublicContext } from "../answers.tsx";
import type { Limit } from "../limits.ts";

/** What a handler may know of somebody who writes here: what was sent, never who sent it. */
export interface Visitor extends PublicContext {
  readonly env: Env;
  readonly now: UtcTime;
  /** What the form or the JSON says, as it came; empty where nothing was sent. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** Whether a script asks, which wants JSON back. */
  readonly json: boolean;
  /** Why it could not be asked how much this visitor sends; then comments wait for the author. */
  readonly uncounted: boolean;
  /** What this isolate remembers of the blog. */
  readonly isolate: Pick<Isolate, "lastSite">;
  readonly randomBytes: (count: number) => Uint8Array;
  /** Work that goes on after the answer. */
  readonly defer: (work: Promise<unknown>) => void;
}

/** JSON for a script. */
export interface Data {
  readonly status: number;
  readonly data: unknown;
}

/** Asks, decides, answers; the answer is for this visitor alone and never kept. */
export type VisitorHandler = (params: Params, visitor: Visitor) => Promise<Answer | Data>;

export const VISITOR_METHODS = ["GET", "POST"] as const;

/** An address of what is personal: not a function of the address alone, so nothing of it is kept anywhere. */
export interface VisitorRoute {
  readonly path: string;
  /** Names of the query that the handlers get. */
  readonly query: readonly string[];
  readonly visitor: true;
  readonly GET?: VisitorHandler;
  readonly POST?: VisitorHandler;
  /** Of how many may be sent. */
  readonly limit: Limit;
  /** The page for a form that could not be taken, with all that was typed; without it, an error's page. */
  readonly refused?: (error: BlogError, params: Params, visitor: Visitor) => Promise<Answer>;
}
