import type { MediaDraft } from "../../../db/write/media/media.ts";
import type { References } from "../body/references.ts";
import type { Trip } from "../trip.ts";
import type { Library, LibraryFile } from "./library.ts";
import { uploadNames, uploadPathOf } from "./uploads.ts";

/** The stored file behind an address of the old blog; it is written with the next batch. */
export function findFile(trip: Trip, url: URL): ReturnType<Library["find"]> {
  const { library, blog } = trip;
  const path = library && uploadPathOf(url, blog.hosts);
  const found = path ? library.find(path) : null;
  if (path && found && !("refused" in found)) {
    const original = uploadNames(path).find((name) => trip.filesByPath.has(name));
    const about = trip.filesByPath.get(original ?? path);
    if (!trip.media.has(found.key))
      trip.media.set(found.key, draftOf(found, trip, url, about?.alt));
  }
  return found;
}

/** The same, as the texts of posts ask for it. */
export const fileReference =
  (trip: Trip): References["file"] =>
  (url) => {
    const found = findFile(trip, url);
    return found && !("refused" in found) ? found : null;
  };

function draftOf(file: LibraryFile, trip: Trip, url: URL, alt = ""): MediaDraft {
  const { key, name, type, bytes, width, height } = file;
  const sourceUrl = `${url.origin}${url.pathname}`;
  return { key, name, type, bytes, width, height, alt, sourceUrl, createdAt: trip.fallbackTime };
}
