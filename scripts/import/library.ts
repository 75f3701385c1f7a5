import { stat } from "node:fs/promises";
import type { Library, LibraryFile } from "../../worker/content/wxr/write/library.ts";
import { uploadNames } from "../../worker/content/wxr/write/uploads.ts";
import { BlogError } from "../../worker/errors.ts";
import { readMediaFile } from "../media-file.ts";
import { listFolder } from "./media-folder.ts";
import { unpackZip } from "./media-zip.ts";
import type { Relay } from "./relay.ts";

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
  const stored = new Map<string, { file: string; name: string }>();
  return {
    find: (path) => {
      const name = uploadNames(path).find((candidate) => files.has(candidate));
      const file = name === undefined ? undefined : files.get(name);
      if (name === undefined || file === undefined) return null;
      if (!found.has(name)) found.set(name, examine(file, name));
      const known = found.get(name) ?? null;
      if (known && "key" in known) stored.set(known.key, { file, name });
      return known;
    },
    store: async (key) => {
      const known = stored.get(key);
      const read = known && readMediaFile(known.file, known.name);
      if (read && !("refused" in read)) await relay.putMedia(key, read.type, read.bytes);
    },
    [Symbol.dispose]: folder[Symbol.dispose],
  };
}

/** Without the bytes, which would fill the memory: they are read again when they are stored. */
function examine(file: string, path: string): LibraryFile | { refused: string } {
  const found = readMediaFile(file, path);
  return "refused" in found ? found : { ...found, bytes: found.bytes.length };
}
