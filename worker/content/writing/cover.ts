import type { D1Database } from "@cloudflare/workers-types";
import type { Cover } from "../../../src/model.ts";
import { findMedia } from "../../db/read/media.ts";
import { FieldError } from "../../errors.ts";

/** What a post keeps of its cover: all that a page needs to show it without asking for it. */
export async function coverOf(
  db: D1Database,
  cover: { readonly key: string; readonly alt: string } | null,
): Promise<Cover | null> {
  if (!cover) return null;
  const file = await findMedia(db, cover.key);
  if (!file?.type.startsWith("image/") || !file.width || !file.height)
    throw new FieldError("cover", "choice", "The cover is no picture that is stored here.");
  const { key, name, width, height } = file;
  return { key, name, width, height, alt: cover.alt || file.alt };
}
