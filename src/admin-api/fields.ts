import * as v from "valibot";
import { MAX_EMAIL, MAX_NAME, MAX_URL } from "../limits.ts";

// biome-ignore lint/suspicious/noControlCharactersInRegex: none may stand in a line
const CONTROLS = /[\u0000-\u001F\u007F-\u009F]/;

/** A line of text: trimmed, NFC, well-formed, without control characters. */
export const line = (most: number) =>
  v.pipe(
    v.string(),
    v.transform((text) => text.toWellFormed().trim().normalize("NFC")),
    v.maxLength(most, `At most ${most} characters.`),
    v.check((text) => !CONTROLS.test(text), "No control characters."),
  );

/** A line that says something. */
export const someLine = (most: number) => v.pipe(line(most), v.nonEmpty("This is missing."));

export const text = (most: number) =>
  v.pipe(
    v.string(),
    v.transform((words) => words.toWellFormed()),
    v.maxLength(most, `At most ${most} characters.`),
  );

/** Of a person, as readers see it: at least one letter or digit. */
export const personName = v.pipe(
  someLine(MAX_NAME),
  v.regex(/[\p{L}\p{N}]/u, "A name has a letter."),
);

/** http or https; empty and null are none. */
export const webAddress = v.pipe(
  v.nullable(line(MAX_URL)),
  v.transform((url) => url || null),
  v.check((url) => url === null || isWeb(url), "This is no address such as https://example.org."),
);

const isWeb = (url: string): boolean => {
  const parsed = /^https?:\/\//i.test(url) ? URL.parse(url) : null;
  return parsed !== null && parsed.username === "" && parsed.password === "";
};

/** Empty and null are none. */
export const mailAddress = v.pipe(
  v.nullable(line(MAX_EMAIL)),
  v.transform((email) => email || null),
  v.check(
    (email) => email === null || /^[^\s@<>"',;]+@[^\s@<>"',;]+\.[^\s@<>"',;]+$/.test(email),
    "This is no mail address.",
  ),
);

/** A secret of 32 bytes or a passkey's id, base64url. */
export const base64url = (most: number) =>
  v.pipe(v.string(), v.regex(/^[\w-]+$/, "This is no base64url."), v.maxLength(most, "Too long."));
