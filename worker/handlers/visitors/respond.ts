import type { BlogError } from "../../errors.ts";
import type { Answer } from "../answers.tsx";
import { titleOf } from "../api/problem.ts";
import { buildOf } from "../build.ts";
import { apiHeaders } from "../headers.ts";
import { mediaOriginOf } from "../media-origin.ts";
import { type Rendering, wholeAnswer } from "../render.tsx";
import { respondOther, retryAfter } from "../respond.ts";
import type { Tally } from "../timing.ts";
import type { Data, Visitor } from "./route.ts";

/** What an answer needs to know of where it is given. */
export type Place = Pick<Visitor, "env" | "reader" | "origin" | "indexed"> & {
  readonly tally: Tally;
  /** Milliseconds. */
  readonly time: number;
};

/** A page or a redirect for one visitor: kept by nobody, found by nobody, and its address told to nobody. */
export async function respondVisitor(
  answer: Answer,
  { tally, time, ...context }: Place,
  methods: readonly string[] = [],
): Promise<Response> {
  const rendering: Rendering = {
    context,
    build: buildOf(context.env.ORIGIN, mediaOriginOf(context.env)),
    now: time,
  };
  const response = respondOther(await wholeAnswer(answer, rendering), context, tally);
  const { headers } = response;
  headers.set("Cache-Control", "private, no-store");
  headers.set("Referrer-Policy", "no-referrer");
  headers.delete("Access-Control-Allow-Origin");
  headers.set("X-Robots-Tag", "noindex");
  if (answer.status === 405) headers.set("Allow", allow(methods));
  return response;
}

export const respondData = ({ status, data }: Data): Response =>
  Response.json(data, { status, headers: apiHeaders });

/** An error as RFC 9457 has it. A field that is wrong is named. */
export function respondProblem(
  error: BlogError,
  methods: readonly string[],
  detail: string,
): Response {
  const { status } = error;
  const headers = new Headers(apiHeaders);
  headers.set("Content-Type", "application/problem+json");
  const wait = retryAfter(error);
  if (wait !== null) headers.set("Retry-After", wait);
  if (status === 405) headers.set("Allow", allow(methods));
  const field = "field" in error ? { field: error.field } : {};
  const body = { type: "about:blank", title: titleOf(status), status, detail, ...field };
  return new Response(JSON.stringify(body), { status, headers });
}

const allow = (methods: readonly string[]): string =>
  methods.flatMap((name) => (name === "GET" ? ["GET", "HEAD"] : [name])).join(", ");
