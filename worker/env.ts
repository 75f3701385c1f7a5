/** The bindings of wrangler.toml. */
export interface Env {
  readonly DB: D1Database;
  readonly CACHE: KVNamespace;
  readonly MEDIA: R2Bucket;
  readonly ASSETS: Fetcher;
  readonly REFRESH: Queue;
  readonly JOBS: Queue;
  /** Sends mails; taken out of wrangler.toml, the blog sends none. */
  readonly MAIL?: SendEmail;
  /** Makes sizes of pictures that programs send; without it they keep their own, and browsers make theirs themselves. */
  readonly IMAGES?: ImagesBinding;
  readonly COMMENT_LIMIT: RateLimit;
  readonly POST_LIMIT: RateLimit;
  readonly BLOG_LIMIT: RateLimit;
  readonly DESK_LIMIT: RateLimit;
  readonly SEARCH_LIMIT: RateLimit;
  readonly LOGIN_LIMIT: RateLimit;
  /** "https://blog.example"; empty until the blog has an address of its own. */
  readonly ORIGIN: string;
  /** "https://media.example": where readers find the bucket itself; empty: below /media/. */
  readonly MEDIA_ORIGIN?: string;
  /**
   * Set by `npm start` alone: a token for this run. What is written shows at once then, with shorter caches and no wait in
   * the queue, and who brings the token publishes.
   */
  readonly LOCAL?: string;
}
