import * as v from "valibot";
import { postFields } from "../../../src/admin-api/posts.ts";
import { findOpenSession } from "../../auth/sessions.ts";
import { whoOf } from "../../auth/who.ts";
import { workingCopy } from "../../content/writing/fields.ts";
import { findWriting } from "../../db/read/writing.ts";
import { BlogError } from "../../errors.ts";
import { fieldError, readText } from "../api/body.ts";
import { readCookie } from "../api/cookies.ts";
import { mayWrite } from "../api/posts/access.ts";
import { buildOf } from "../build.ts";
import { pageHeaders } from "../headers.ts";
import { answerDraft } from "../preview.tsx";
import { errorPage, wholeAnswer } from "../render.tsx";
import type { AdminHandler, Desk } from "./route.ts";

/** Bytes. The longest text, as forms encode it. */
const MAX_BYTES = 3_000_000;

const asked = v.object({ id: v.pipe(v.number(), v.integer()), fields: postFields });

/**
 * What an author is typing, as readers would see it: a whole page for a frame of the application, by the form field `post`. It
 * is asked with a session alone, runs no script, and is kept by nobody.
 */
export const showTyped: AdminHandler = async (request, desk) => {
  const { env, now, origin } = desk;
  // Nobody reads three megabytes for a stranger.
  const session = await findOpenSession(env.DB, readCookie(request, "session", origin), now);
  if (!session) throw new BlogError("unauthorized", "Please log in.");
  const { id, fields } = await readAsked(request);
  const row = await findWriting(env.DB, id);
  if (!row || !mayWrite(whoOf(session, "session"), row))
    throw new BlogError("missing", "There is no such post.");
  const { format } = workingCopy(row);
  const answer = await answerDraft(desk, row, { fields, format }).catch((error) =>
    errorPage(error, desk),
  );
  const rendering = { context: desk, build: buildOf(env.ORIGIN), now: Date.parse(now) };
  const { body, csp, status } = await wholeAnswer(answer, rendering);
  return new Response(body, { status, headers: previewHeaders(desk, csp) });
};

async function readAsked(request: Request) {
  const type = request.headers.get("Content-Type") ?? "";
  if (!/^application\/x-www-form-urlencoded\s*(;|$)/i.test(type))
    throw new BlogError("type", "This takes a form.");
  const form = new URLSearchParams(await readText(request, MAX_BYTES));
  const read = v.safeParse(asked, parsed(form.get("post") ?? ""), { abortEarly: true });
  if (!read.success) throw fieldError(read.issues[0]);
  return read.output;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new BlogError("malformed", "The field post is no JSON.");
  }
}

/** As public pages have them, but for the application's own frame, and without any script. */
function previewHeaders({ origin }: Pick<Desk, "origin">, csp: string): Headers {
  const headers = new Headers(pageHeaders(origin, csp));
  const policy = headers.get("Content-Security-Policy") ?? "";
  headers.set(
    "Content-Security-Policy",
    policy
      .replace("script-src 'self'", "script-src 'none'")
      .replace("frame-ancestors 'none'", "frame-ancestors 'self'"),
  );
  headers.set("Content-Type", "text/html; charset=utf-8");
  headers.set("Cache-Control", "private, no-store");
  headers.set("CDN-Cache-Control", "no-store");
  headers.set("X-Robots-Tag", "noindex");
  return headers;
}
