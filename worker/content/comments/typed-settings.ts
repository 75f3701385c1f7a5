import type { CommentSettings } from "../../db/write/settings.ts";
import { FieldError } from "../../errors.ts";
import { parseEmail } from "./addresses.ts";

type Parser = (text: string, name: string) => unknown;

/** Entries of a list, and characters of one. */
const MOST_ENTRIES = 500;
const MOST_CHARS = 200;

const oneOf =
  (...known: readonly string[]): Parser =>
  (text, name) => {
    if (known.includes(text)) return text;
    throw new FieldError(name, "choice", `${name} is one of: ${known.join(", ")}.`);
  };

const wholeNumber =
  (least: number, most: number): Parser =>
  (text, name) => {
    const number = Number(text);
    if (/^\d+$/.test(text) && number >= least && number <= most) return number;
    throw new FieldError(name, "number", `${name} is a number from ${least} to ${most}.`);
  };

/** Entries with commas between them; nothing empties the list. */
const list: Parser = (text, name) => {
  const entries = text.split(",").map((entry) => entry.trim().normalize("NFC"));
  const kept = [...new Set(entries.filter(Boolean))];
  if (kept.length > MOST_ENTRIES || kept.some((entry) => entry.length > MOST_CHARS))
    throw new FieldError(
      name,
      "long",
      `${name} takes ${MOST_ENTRIES} entries of ${MOST_CHARS} characters.`,
    );
  return kept;
};

const hosts: Parser = (text, name) =>
  (list(text, name) as readonly string[]).map((entry) => {
    const host = URL.parse(/^https?:/i.test(entry) ? entry : `https://${entry}`)?.hostname;
    if (!host?.includes(".")) throw new FieldError(name, "host", `"${entry}" is no host.`);
    return host;
  });

const days: Parser = (text, name) => (text === "never" ? null : wholeNumber(1, 36_500)(text, name));

/** A mail address as it is typed. */
export function typedAddress(text: string, name: string): string {
  try {
    const email = parseEmail(text);
    if (email) return email;
  } catch {
    // Said below.
  }
  throw new FieldError(name, "address", `${name} takes mail addresses, and "${text}" is none.`);
}

/** How each setting of comments is typed. */
export const PARSERS: Readonly<Record<keyof CommentSettings, Parser>> = {
  hold: oneOf("all", "newcomers", "none"),
  links: wholeNumber(0, 100),
  ...{ words: list, hosts, names: list },
  ...{ refuseWords: list, refuseHosts: hosts, refuseNames: list },
  refuseEmails: (text, name) =>
    (list(text, name) as readonly string[]).map((one) => typedAddress(one, name).toLowerCase()),
  closeAfterDays: days,
  night: oneOf("open", "held", "closed"),
  // Read with the blog's clock, where it is settled.
  nightUntil: (text) => text,
  editMinutes: wholeNumber(0, 1_440),
  mail: oneOf("off", "owner", "everyone"),
};

/** How mail addresses of the blog's own are typed; nothing takes them away. */
export const MAIL_PARSERS: Readonly<Record<"mailFrom" | "mailTo", Parser>> = {
  mailFrom: (text, name) => (text ? typedAddress(text, name) : null),
  mailTo: (text, name) =>
    text ? (list(text, name) as readonly string[]).map((one) => typedAddress(one, name)) : null,
};
