import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { stat } from "node:fs/promises";
import { basename } from "node:path";
import { imageSize } from "image-size";
import { fitsName, mediaTypeOf } from "../../worker/content/media-type.ts";
import type { Library, LibraryFile } from "../../worker/content/wxr/write/library.ts";
import { uploadNames } from "../../worker/content/wxr/write/uploads.ts";
import { BlogError } from "../../worker/errors.ts";
import { listFolder } from "./media-folder.ts";
import { unpackZip } from "./media-zip.ts";
import type { Relay } from "./relay.ts";

/** Bytes. What a Worker can take in one request. */
const MAX_FILE_BYTES = 100_000_000;

type Found = ReturnType<Library["find"]>;

/** The files of a wp-content/uploads folder, or of a zip of one, for an import to find by their old paths. */
export async function openLibrary(source: string, relay: Relay): Promise<Library & Disposable> {
  const info = await stat(source).catch(() => null);
  if (!info) throw new BlogError("missing", `There is no folder or zip ${source}.`);
  const folder = info.isDirectory()
    ? { files: listFolder(source), [Symbol.dispose]: () => {} }
    : await unpackZip(source);
  const { files } = folder;
  const found = new Map<string, Found>();
  const stored = new Map<string, { file: string; type: string }>();
  return {
    find: (path) => {
      const name = uploadNames(path).find((candidate) => files.has(candidate));
      const file = name === undefined ? undefined : files.get(name);
      if (name === undefined || file === undefined) return null;
      if (!found.has(name)) found.set(name, examine(file, name));
      const known = found.get(name) ?? null;
      if (known && "key" in known) stored.set(known.key, { file, type: known.type });
      return known;
    },
    store: async (key) => {
      const known = stored.get(key);
      if (known) await relay.putMedia(key, known.type, readFileSync(known.file));
    },
    [Symbol.dispose]: folder[Symbol.dispose],
  };
}

/** Bytes decide what a file is; its name is only shown. */
function examine(file: string, path: string): LibraryFile | { refused: string } {
  const bytes = readFileSync(file);
  if (bytes.length > MAX_FILE_BYTES) return { refused: "larger than 100 MB" };
  const type = mediaTypeOf(bytes);
  if (!type) return { refused: "of a type that is not stored" };
  if (!fitsName(type, path)) return { refused: "not what the name says" };
  const key = createHash("sha256").update(bytes).digest("hex").slice(0, 32);
  const name = cleanName(path, type.extension);
  const size = type.type.startsWith("image/") ? sizeOf(bytes) : { width: null, height: null };
  return {
    ...{ key, name, type: type.type, bytes: bytes.length, ...size },
    path: `/media/${key}/${encodeURIComponent(name)}`,
  };
}

function sizeOf(bytes: Uint8Array): { width: number | null; height: number | null } {
  try {
    const { width, height, orientation = 1 } = imageSize(bytes);
    // A camera's upright pictures lie on their side in the file.
    return orientation >= 5 ? { width: height, height: width } : { width, height };
  } catch {
    return { width: null, height: null };
  }
}

/** Letters and digits of the old name, and the ending that the bytes deserve. */
function cleanName(path: string, extension: string): string {
  const stem = basename(path)
    .replace(/\.\w+$/, "")
    .normalize("NFC")
    .replace(/[^\p{L}\p{N}_]+/gu, "-")
    .slice(0, 80)
    .toWellFormed()
    .replace(/^-+|-+$/g, "");
  return `${stem || "file"}.${extension}`;
}
