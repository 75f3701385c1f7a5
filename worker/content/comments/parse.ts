import {
  MAX_AROUND,
  MAX_ID,
  MAX_PATH,
  MAX_QUOTE,
  MAX_SECONDS,
  MAX_TEXT,
} from "../../../src/limits.ts";
import type { Path } from "../../../src/model.ts";
import { cleanText } from "../text.ts";
import { parseEmail, parseWebsite } from "./addresses.ts";
import { VisitorFieldError } from "./field-error.ts";
import { parseName } from "./name.ts";

/** A visitor's comment, read and right. What it is worth is decided later. */
export interface CommentInput {
  readonly post: Path;
  /** Public id of the comment it answers. */
  readonly parent: string | null;
  /** The passage it is a note on, as it stands in the post, and what stands around it. */
  readonly quote: string | null;
  readonly prefix: string;
  readonly suffix: string;
  readonly name: string;
  readonly email: string | null;
  /** http or https. */
  readonly url: string | null;
  /** Markdown. */
  readonly text: string;
  readonly notify: boolean;
  /** Made by the browser; also the comment's token. */
  readonly submission: string | null;
  /** Since the form was first touched; null where no script counts. */
  readonly seconds: number | null;
  /** The trap: people leave it empty. */
  readonly subject: string;
}

/** All that a comment may bring. A program that sends anything else means something we do not do. */
export const COMMENT_FIELDS = [
  ...["post", "parent", "quote", "prefix", "suffix", "name", "email", "url", "text"],
  ...["notify", "submission", "seconds", "subject"],
] as const;

/** Reads what was sent, from a form or as JSON. Throws a `VisitorFieldError` at the first field that is wrong. */
export function parseComment(fields: Readonly<Record<string, unknown>>): CommentInput {
  const text = (field: string) => textOf(fields, field);
  const quote = parsePassage("quote", text("quote"), MAX_QUOTE).trim();
  const prefix = parsePassage("prefix", text("prefix"), MAX_AROUND);
  const suffix = parsePassage("suffix", text("suffix"), MAX_AROUND);
  return {
    post: parsePath(text("post")),
    parent: parseId(text("parent")),
    quote: quote || null,
    prefix: quote && prefix,
    suffix: quote && suffix,
    name: parseName(text("name")),
    email: parseEmail(text("email")),
    url: parseWebsite(text("url")),
    text: parseText(text("text")),
    notify: parseTick(sentValue(fields, "notify")),
    submission: parseSubmission(text("submission")),
    seconds: parseSeconds(sentValue(fields, "seconds")),
    subject: parsePassage("subject", text("subject"), MAX_PATH).trim(),
  };
}

/** The Markdown of a comment, whole or not at all. */
export function parseText(typed: string): string {
  // A form sends two characters for a line break, and some keyboards for an umlaut.
  if (typed.length > 2 * MAX_TEXT) throw new VisitorFieldError("text", "long");
  const text = cleanText(typed.replace(/\r\n?/g, "\n"))
    .replace(/^(?:[^\S\n]*\n)+/, "")
    .trimEnd();
  if (text.length > MAX_TEXT) throw new VisitorFieldError("text", "long");
  if (!VISIBLE.test(text)) throw new VisitorFieldError("text", "missing");
  return text;
}

const VISIBLE = /[^\s\p{Cc}\p{Cf}\p{Z}\p{M}\u115F\u1160\u2800\u3164\uFFA0]/u;

/** Only what the fields have themselves: an inherited value is not one that somebody sent. */
const sentValue = (fields: Readonly<Record<string, unknown>>, field: string): unknown =>
  Object.hasOwn(fields, field) ? (fields[field] ?? "") : "";

function textOf(fields: Readonly<Record<string, unknown>>, field: string): string {
  const value = sentValue(fields, field);
  if (typeof value !== "string") throw new VisitorFieldError(field, "malformed");
  return value;
}

function parsePath(typed: string): Path {
  if (!typed) throw new VisitorFieldError("post", "missing");
  if (typed.length > MAX_PATH) throw new VisitorFieldError("post", "long");
  const path = cleanText(typed);
  if (path !== typed.normalize("NFC") || !/^\/(?!\/)/.test(path))
    throw new VisitorFieldError("post", "malformed");
  return path;
}

function parseId(typed: string): string | null {
  if (!typed) return null;
  if (typed.length > MAX_ID) throw new VisitorFieldError("parent", "long");
  if (!/^[\w-]+$/.test(typed)) throw new VisitorFieldError("parent", "malformed");
  return typed;
}

function parsePassage(field: string, typed: string, limit: number): string {
  const lines = typed.replace(/\r\n?/g, "\n");
  if (lines.length > limit) throw new VisitorFieldError(field, "long");
  const passage = cleanText(lines);
  if (passage.length > limit) throw new VisitorFieldError(field, "long");
  return passage;
}

/** A box is "1", a program may say true. */
function parseTick(value: unknown): boolean {
  if (value === true || value === 1 || value === "1" || value === "on" || value === "true")
    return true;
  if (value === false || value === 0 || value === "0" || value === "" || value === "false")
    return false;
  throw new VisitorFieldError("notify", "malformed");
}

function parseSeconds(value: unknown): number | null {
  if (value === "") return null;
  const seconds = typeof value === "string" && /^\d{1,9}$/.test(value) ? Number(value) : value;
  if (typeof seconds !== "number" || !Number.isFinite(seconds) || seconds < 0)
    throw new VisitorFieldError("seconds", "malformed");
  return Math.min(Math.floor(seconds), MAX_SECONDS);
}

/** 128 bit in 22 characters. */
function parseSubmission(typed: string): string | null {
  if (!typed) return null;
  if (!/^[\w-]{22}$/.test(typed)) throw new VisitorFieldError("submission", "malformed");
  return typed;
}
