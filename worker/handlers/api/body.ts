import * as v from "valibot";
import { BlogError, FieldError } from "../../errors.ts";

/** Reads a JSON body of at most so many bytes and gives it to `parse`, which knows what it must be. */
export async function readJson<To>(
  request: Request,
  maxBytes: number,
  parse: (value: unknown) => To,
): Promise<To> {
  const type = request.headers.get("Content-Type") ?? "";
  if (!/^application\/json\s*(;|$)/i.test(type))
    throw new BlogError("type", "The body must be JSON (Content-Type: application/json).");
  const text = await readText(request, maxBytes);
  try {
    return parse(JSON.parse(text));
  } catch (error) {
    if (error instanceof SyntaxError) throw new BlogError("malformed", "The body is no JSON.");
    throw error;
  }
}

/** Reads a JSON body that fits a schema; the first field that does not is named, with a reason and a sentence. */
export const readAs = <Schema extends v.GenericSchema>(
  request: Request,
  maxBytes: number,
  schema: Schema,
): Promise<v.InferOutput<Schema>> => readJson(request, maxBytes, (value) => parseAs(value, schema));

/** What fits a schema, or a FieldError. */
export function parseAs<Schema extends v.GenericSchema>(
  value: unknown,
  schema: Schema,
): v.InferOutput<Schema> {
  const read = v.safeParse(schema, value, { abortEarly: true });
  if (read.success) return read.output;
  throw fieldError(read.issues[0]);
}

/** What valibot calls it, in the words that interfaces have sentences for. */
const REASONS: Readonly<Record<string, string>> = {
  ...{ strict_object: "unknown", max_length: "long", max_bytes: "long", non_empty: "missing" },
  ...{ picklist: "choice", max_value: "large", min_value: "small" },
};

export function fieldError(issue: v.BaseIssue<unknown>): FieldError {
  // What somebody fills in stands in `fields` or at the top.
  const field = (v.getDotPath(issue) ?? "").replace(/^fields\./, "").slice(0, 80);
  const missing = issue.input === undefined && issue.kind === "schema";
  const reason = missing ? "missing" : (REASONS[issue.type] ?? "malformed");
  return new FieldError(field, reason, `${field || "The body"}: ${issue.message}`.slice(0, 300));
}

/** The body as text of at most so many bytes. Counts while it reads: a length may be missing, or a lie. */
export async function readText(request: Request, maxBytes: number): Promise<string> {
  const tooLarge = () => new BlogError("large", `The body is larger than ${maxBytes} bytes.`);
  if (Number(request.headers.get("Content-Length") ?? 0) > maxBytes) throw tooLarge();
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: false });
  let bytes = 0;
  let text = "";
  try {
    for await (const chunk of request.body ?? []) {
      bytes += chunk.byteLength;
      if (bytes > maxBytes) throw tooLarge();
      text += decoder.decode(chunk, { stream: true });
    }
    return text + decoder.decode();
  } catch (error) {
    if (error instanceof TypeError) throw new BlogError("malformed", "The body is no UTF-8.");
    throw error;
  }
}
