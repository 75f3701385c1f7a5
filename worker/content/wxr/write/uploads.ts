import { bareHost } from "../read/blog.ts";

/** Where an old blog's upload lay below its uploads folder, decoded; null for what was no upload of it. */
export function uploadPathOf(url: URL, hosts: ReadonlySet<string>): string | null {
  let path = decode(url.pathname);
  let host = bareHost(url);
  // Jetpack's image host names the blog in the path.
  if (/^i\d\.wp\.com$/.test(host)) {
    host = path.split("/")[1]?.replace(/^www\./, "") ?? "";
    path = path.slice(path.indexOf("/", 1));
  }
  if (!hosts.has(host)) return null;
  if (host.endsWith(".files.wordpress.com")) return path.slice(1);
  const below = belowUploads(path) ?? /\/files\/(\d{4}\/.+)$/.exec(path)?.[1];
  return below ?? null;
}

/** The part of a path below its last "uploads" folder, and below the site's own folder in a network of blogs. */
export function belowUploads(path: string): string | null {
  const at = path.lastIndexOf("/uploads/");
  return at < 0 ? null : path.slice(at + "/uploads/".length).replace(/^sites\/\d+\//, "");
}

/** The names under which a file may lie there, best first: a size that WordPress made falls back to the original. */
export function uploadNames(path: string): string[] {
  const [, stem = "", end = ""] = /^(.*?)(\.\w+)?$/s.exec(path) ?? [];
  const original = stem.replace(/-\d{1,5}x\d{1,5}$/, "");
  const unedited = original.replace(/-e\d{10,13}$/, "").replace(/-scaled$/, "");
  return [...new Set([path, original + end, `${original}-scaled${end}`, unedited + end])];
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path).normalize("NFC");
  } catch {
    return path;
  }
}
