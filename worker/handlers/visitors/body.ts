import { MAX_BODY } from "../../../src/limits.ts";
import { BlogError } from "../../errors.ts";
import { readText } from "../api/body.ts";

/** What was sent: fields by name, of a form or of JSON. */
export interface Body {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly json: boolean;
}

/** Whether a script asks, by the type of what it sends. */
export const isJson = ({ headers }: Request): boolean =>
  /^application\/json\s*(;|$)/i.test(headers.get("Content-Type") ?? "");

/** Reads a form or JSON. Of two fields with one name the first counts. */
export async function readBody(request: Request): Promise<Body> {
  const type = request.headers.get("Content-Type") ?? "";
  const json = isJson(request);
  // Who unsubscribes with one click may send either kind of form (RFC 8058).
  const parts = /^multipart\/form-data\s*;/i.test(type);
  if (!json && !parts && !/^application\/x-www-form-urlencoded\s*(;|$)/i.test(type))
    throw new BlogError("type", "Send a form, or JSON.");
  const text = await readText(request, MAX_BODY);
  if (parts) return { json, fields: await parseParts(text, type) };
  return { json, fields: json ? parseObject(text) : parseForm(text) };
}

function parseForm(text: string): Record<string, string> {
  const fields: Record<string, string> = Object.create(null);
  for (const [name, value] of new URLSearchParams(text)) fields[name] ??= value;
  return fields;
}

async function parseParts(text: string, type: string): Promise<Record<string, string>> {
  const fields: Record<string, string> = Object.create(null);
  try {
    const form = await new Response(text, { headers: { "Content-Type": type } }).formData();
    for (const [name, value] of form) if (typeof value === "string") fields[name] ??= value;
    return fields;
  } catch {
    throw new BlogError("malformed", "The body is no form.");
  }
}

function parseObject(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null && !Array.isArray(value))
      return Object.assign(Object.create(null), value);
  } catch {
    // Said below.
  }
  throw new BlogError("malformed", "The body is no JSON object.");
}
