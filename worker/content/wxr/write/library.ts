import type { MediaDraft } from "../../../db/write/media/media.ts";
import type { StoredFile } from "../body/references.ts";

/** A file that came with the import, and its row. */
export interface LibraryFile extends StoredFile {
  readonly key: string;
  readonly type: string;
  readonly bytes: number;
  /** Cleaned; only shown. */
  readonly name: string;
}

/** The files that came along with an export. */
export interface Library {
  /** By the path below the uploads folder: the file, why it was refused, or null when it is not there. */
  readonly find: (path: string) => LibraryFile | { readonly refused: string } | null;
  /** Stores the bytes of a file that was found. */
  readonly store: (key: string) => Promise<void>;
}

/** Null: its row is written, or on its way. */
export type PendingMedia = Map<string, MediaDraft | null>;
