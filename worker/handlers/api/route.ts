import type { UtcTime } from "../../../src/model.ts";
import type { Scope } from "../../auth/tokens.ts";
import type { Env } from "../../env.ts";

export interface ApiContext {
  readonly env: Env;
  readonly now: UtcTime;
  /** What the path says, decoded. */
  readonly params: Readonly<Record<string, string>>;
}

/** Gives what is answered as JSON. Whoever is let in has a token with the row's scope. */
export type ApiHandler = (request: Request, context: ApiContext) => Promise<unknown>;

export const API_METHODS = ["GET", "POST", "PUT"] as const;

/** An address of the API: what its token must be good for, and who answers each method. */
export type ApiRoute = { readonly path: string; readonly scope: Scope } & {
  readonly [Method in (typeof API_METHODS)[number]]?: ApiHandler;
};

export interface ApiMatch {
  readonly route: ApiRoute;
  readonly params: Readonly<Record<string, string>>;
}
