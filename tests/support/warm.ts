import { env } from "cloudflare:workers";
import { beforeAll, beforeEach, vi } from "vitest";
import { draftComment, draftPost, haveComments, havePosts } from "./blog.ts";
import { consume } from "./cache.ts";
import { ORIGIN } from "./house.ts";

export const POST = "/2010/03/hallo/";
/** What is in KV before each test. */
export const WARM = ["/", POST, "/feed.xml", "/atom.xml", "/feed.json", "/comments/feed.xml"];

/** For a file of tests: a blog of two posts whose pages are stored. */
export function useWarmBlog(): void {
  beforeAll(async () => {
    vi.spyOn(console, "error").mockImplementation(() => {});
    await havePosts(draftPost("hallo"), draftPost("welt"));
    await haveComments(draftComment("hallo", "Wort"));
  });
  beforeEach(async () => {
    // What a test did to KV does not wait until it would be noticed.
    await env.DB.prepare("UPDATE caches SET put_at = ''").run();
    await consume([{ kind: "check" }]);
    for (const path of WARM) await consume([{ kind: "admit", origin: ORIGIN, path }]);
  });
}
