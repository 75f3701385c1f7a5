import { inspectPicture, type Picture } from "../../../../src/media/inspect.ts";
import { widthsFor } from "../../../../src/media/sizes.ts";
import { insertSize } from "../../../db/write/media/media.ts";
import type { Env } from "../../../env.ts";
import { type Shrink, shrinkWith } from "./images.ts";
import { hashOfBytes } from "./parts.ts";
import { store } from "./store.ts";

/**
 * Makes the sizes of a picture where the Images binding is there. What cannot be made is left out and logged: the picture is
 * shown in its own pixels then.
 */
export async function makeSizes(
  env: Env,
  key: string,
  picture: Picture & { readonly bytes: Uint8Array },
): Promise<void> {
  if (!env.IMAGES) return;
  const shrink = shrinkWith(env.IMAGES);
  for (const width of widthsFor(picture))
    await makeSize(env, { of: key, width, bytes: picture.bytes, shrink }).catch((error) => {
      console.error(JSON.stringify({ level: "warning", message: `No size: ${error}` }));
    });
}

interface Making {
  readonly of: string;
  readonly width: number;
  readonly bytes: Uint8Array;
  readonly shrink: Shrink;
}

async function makeSize(env: Env, { of, width, bytes, shrink }: Making): Promise<void> {
  const small = await shrink(bytes, width);
  const found = inspectPicture(small);
  if ("refused" in found || found.hasMetadata) throw new Error("what was made is no clean picture");
  const hash = await hashOfBytes(small);
  const key = hash.slice(0, 32);
  await store(env.MEDIA, key, { hash, type: found.type, body: small });
  await insertSize(env.DB, of, { width: found.width, key }).run();
}
