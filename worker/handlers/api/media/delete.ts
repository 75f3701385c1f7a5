import { listKnownKeys } from "../../../db/read/media.ts";
import type { Env } from "../../../env.ts";

/** Takes files out of R2 that nothing names any more. What fails is garbage, which is found once a day. */
export async function deleteFiles(
  { DB, MEDIA }: Pick<Env, "DB" | "MEDIA">,
  keys: readonly string[],
): Promise<void> {
  const known = await listKnownKeys(DB, keys);
  const unknown = keys.filter((key) => !known.has(key));
  if (unknown.length > 0) await MEDIA.delete(unknown).catch(() => {});
}
