import type { Capability } from "../../../src/admin-api/roles.ts";
import type { UtcTime } from "../../../src/model.ts";
import type { RandomBytes } from "../../auth/sessions.ts";
import type { Scope } from "../../auth/tokens.ts";
import type { Who } from "../../auth/who.ts";
import type { Env } from "../../env.ts";

export interface ApiContext {
  readonly env: Env;
  readonly now: UtcTime;
  /** "https://blog.example": where the blog lives. */
  readonly origin: string;
  /** What the path says, decoded. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly who: Who;
  readonly random: RandomBytes;
  /** Whether Cloudflare's cache is in front of the Worker. */
  readonly edgeCache: boolean;
  /** Milliseconds, to measure with. */
  readonly time: () => number;
  /** Headers that the answer gets beside those of every answer: cookies. */
  readonly headers: Headers;
  /** Of a request that was named with an Idempotency-Key: what it is known by, however often it comes. 64 hexadecimal digits. */
  readonly once?: string;
}

/** Gives what is answered as JSON; nothing is answered with 204. Whoever is let in may do what the row says. */
export type ApiHandler = (request: Request, context: ApiContext) => Promise<unknown>;

export const API_METHODS = ["GET", "POST", "PUT", "DELETE"] as const;
export type ApiMethod = (typeof API_METHODS)[number];

/**
 * An address of the API: what somebody must be able to do ("anybody" is the door itself, "self" is about whoever asks), what
 * a program's token must be good for (null: no program), and who answers each method.
 */
export type ApiRoute = {
  readonly path: string;
  readonly can: Capability | "anybody" | "self";
  readonly scope: Scope | null;
  /** Whether its POST creates something anew each time, and whether the answer has a secret in it, which is told once. */
  readonly creates?: "plain" | "secret";
} & { readonly [Method in ApiMethod]?: ApiHandler };

/** Who answers each method of an address. */
export type Answers = Omit<ApiRoute, "path" | "can" | "scope">;

export interface ApiMatch {
  readonly route: ApiRoute;
  readonly params: Readonly<Record<string, string>>;
}
