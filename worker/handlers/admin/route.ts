import type { UtcTime } from "../../../src/model.ts";
import type { Isolate } from "../../cache/isolate.ts";
import type { Reader } from "../../db/read/reader.ts";
import type { Env } from "../../env.ts";

/** The house around a request of the authors' application. */
export interface Desk {
  readonly env: Env;
  readonly reader: Reader;
  /** "https://blog.example" */
  readonly origin: string;
  readonly indexed: boolean;
  readonly now: UtcTime;
  readonly isolate: Pick<Isolate, "lastSite">;
  readonly randomBytes: (count: number) => Uint8Array;
  readonly defer: (work: Promise<unknown>) => void;
}

/** Answers with headers of its own; see `adminHeaders`. */
export type AdminHandler = (request: Request, desk: Desk) => Promise<Response>;

/** An address below /admin/. Who may what is decided where the data is: by the API, or by the handler. */
export interface AdminRoute {
  readonly path: string;
  readonly admin: true;
  readonly GET?: AdminHandler;
  readonly POST?: AdminHandler;
}
