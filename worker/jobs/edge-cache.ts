/** Cloudflare's cache in front of the Worker: developers.cloudflare.com/workers/cache */
export interface EdgeCache {
  readonly on: boolean;
  /** Drops answers that carry one of these in `Cache-Tag`. */
  readonly purge: (tags: readonly string[]) => Promise<void>;
}

/** Tags in one call. */
const MOST_TAGS = 30;

/** What the execution context offers where the cache is on; not simulated on this machine. */
interface CacheContext {
  readonly cache?: { readonly purge: (what: { tags: string[] }) => Promise<unknown> };
}

/** The one adapter. Off unless wrangler.toml switches the cache on, and then the context has it. */
export function edgeCacheOf(context: unknown): EdgeCache {
  const { cache } = context as CacheContext;
  return {
    on: cache !== undefined,
    purge: async (tags) => {
      for (let from = 0; from < tags.length; from += MOST_TAGS)
        await cache?.purge({ tags: tags.slice(from, from + MOST_TAGS) });
    },
  };
}
