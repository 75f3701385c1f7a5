/** The cookies of the authors' application, and the seconds that browsers keep them; readers get none. */
const COOKIES = { session: 30 * 86_400, challenge: 120 } as const;
export type CookieName = keyof typeof COOKIES;

/**
 * `__Host-` makes browsers refuse the name from any other host and without encryption; on this machine, where addresses are
 * plain http, no browser would keep it.
 */
const nameOf = (name: CookieName, origin: string): string =>
  origin.startsWith("https:") ? `__Host-${name}` : name;

/** What a browser sent under this name; empty where it sent nothing. The first of several counts. */
export function readCookie({ headers }: Request, name: CookieName, origin: string): string {
  const wanted = `${nameOf(name, origin)}=`;
  const all = (headers.get("Cookie") ?? "").split(";").map((part) => part.trim());
  return all.find((part) => part.startsWith(wanted))?.slice(wanted.length) ?? "";
}

/** Scripts cannot read it, and only requests from pages of this blog bring it. */
export function setCookie(headers: Headers, name: CookieName, value: string, origin: string): void {
  const secure = origin.startsWith("https:") ? "; Secure" : "";
  const age = value ? COOKIES[name] : 0;
  const text = `${nameOf(name, origin)}=${value}; Path=/; Max-Age=${age}; HttpOnly; SameSite=Strict`;
  headers.append("Set-Cookie", text + secure);
}

export const dropCookie = (headers: Headers, name: CookieName, origin: string): void =>
  setCookie(headers, name, "", origin);
