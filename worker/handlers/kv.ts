import type { Kv } from "../cache/kv.ts";
import type { Clock } from "../cache/waiting.ts";
import type { Tally } from "./timing.ts";

/** KV as the ladder reads it; each read is counted and timed. */
export function kvOf(cache: KVNamespace, tally: Tally, { now }: Clock): Kv {
  const timed = async <T>(read: () => Promise<T>): Promise<T> => {
    const begun = now();
    tally.kvReads++;
    try {
      return await read();
    } finally {
      tally.kvMs += now() - begun;
    }
  };
  return {
    findJson: (key, cacheTtl) => timed(() => cache.get(key, { type: "json", cacheTtl })),
    findBytes: (key) => timed(() => cache.getWithMetadata(key, { type: "arrayBuffer" })),
  };
}
