/** The bindings of wrangler.toml. */
export interface Env {
  readonly DB: D1Database;
  readonly CACHE: KVNamespace;
  readonly MEDIA: R2Bucket;
  readonly ASSETS: Fetcher;
  readonly REFRESH: Queue;
  readonly JOBS: Queue;
  readonly COMMENT_LIMIT: RateLimit;
  readonly SEARCH_LIMIT: RateLimit;
  readonly LOGIN_LIMIT: RateLimit;
  /** "https://blog.example"; empty until the blog has an address of its own. */
  readonly ORIGIN: string;
  /** Set by `npm start` alone: what is written shows at once, with shorter caches and no wait in the queue. */
  readonly LOCAL?: string;
}
