import { MAX_EMAIL, MAX_URL } from "../../../src/limits.ts";
import { webUrl } from "../urls.ts";
import { VisitorFieldError } from "./field-error.ts";

/**
 * A mail address, or null where none was given: one, without quotes and comments, which nobody has and parsers stumble
 * over. The domain becomes ASCII.
 */
export function parseEmail(typed: string): string | null {
  const email = typed.trim();
  if (!email) return null;
  if (email.length > MAX_EMAIL) throw new VisitorFieldError("email", "long");
  const at = email.indexOf("@");
  const local = email.slice(0, at);
  const domain = at > 0 && isLocalPart(local) ? asciiDomain(email.slice(at + 1)) : null;
  if (!domain) throw new VisitorFieldError("email", "address");
  const address = `${local}@${domain}`;
  if (address.length > MAX_EMAIL) throw new VisitorFieldError("email", "long");
  return address;
}

/**
 * A visitor's website, or null: what is no address on the web is left out, since the comment is what counts. A host in
 * a foreign or mixed alphabet is written in ASCII, so that no letter can pose as another.
 */
export function parseWebsite(typed: string): string | null {
  const address = typed.trim();
  if (!address) return null;
  if (address.length > MAX_URL) throw new VisitorFieldError("url", "long");
  const url = webUrl(BARE_HOST.test(address) ? `https://${address}` : address);
  if (url && url.length > MAX_URL) throw new VisitorFieldError("url", "long");
  return url && /[^.]\.[^.]/.test(URL.parse(url)?.hostname ?? "") ? url : null;
}

/** "anna.example/blog", as people type it. */
const BARE_HOST = /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+(?:[/?#]|$)/u;

/** RFC 5321: 64 characters, dots in between. */
const isLocalPart = (local: string): boolean =>
  local.length <= 64 && /^[\w.!#$%&'*+/=?^`{|}~-]+$/.test(local) && !/^\.|\.\.|\.$/.test(local);

function asciiDomain(domain: string): string | null {
  if (!/^[\p{L}\p{N}\p{M}.-]+$/u.test(domain)) return null;
  const host = URL.parse(`http://${domain}/`)?.hostname ?? "";
  const labels = host.split(".");
  const right = labels.every((label) => /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(label));
  return right && labels.length > 1 && /[a-z]/.test(labels.at(-1) ?? "") ? host : null;
}
