import { readdirSync } from "node:fs";
import { join, sep } from "node:path";
import { belowUploads } from "../../worker/content/wxr/write/uploads.ts";

/** Files by their path below the uploads folder, wherever that lies in what was given. */
export type Files = ReadonlyMap<string, string>;

/** Every file of a folder; links to elsewhere are not followed. */
export function listFolder(dir: string): Files {
  const files = new Map<string, string>();
  for (const entry of readdirSync(dir, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const path = file.slice(dir.length).split(sep).join("/").replace(/^\/+/, "");
    files.set(uploadKey(path), file);
  }
  return files;
}

/** "backup/wp-content/uploads/2010/03/x.jpg", "2010/03/x.jpg" and "old/2010/03/x.jpg" are the same upload. */
export function uploadKey(path: string): string {
  const whole = `/${path.normalize("NFC")}`;
  const dated = /\/(\d{4}\/(?:0[1-9]|1[0-2])\/.+)$/.exec(whole)?.[1];
  return belowUploads(whole) ?? dated ?? whole.slice(1);
}
