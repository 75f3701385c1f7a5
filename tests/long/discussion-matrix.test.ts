import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, test } from "vitest";
import { hashToken } from "../../worker/auth/tokens.ts";
import { relist } from "../../worker/db/write/relist.ts";
import { updateSite } from "../../worker/db/write/site.ts";
import { draftComment, draftPost, haveComments, havePosts, visit } from "../support/blog.ts";
import { aSubmission, aText, sendJson } from "../support/talk.ts";

const POSTS = ["draft", "scheduled", "private", "unlisted", "published"] as const;
const COMMENTS = ["pending", "approved", "spam", "trash"] as const;
const FEEDS = ["feed.xml", "atom.xml", "feed.json"];

type PostState = (typeof POSTS)[number];
type State = readonly [PostState, (typeof COMMENTS)[number]];
const STATES = POSTS.flatMap((post) => COMMENTS.map((comment): State => [post, comment]));

/** A word that stands nowhere else, for the text, the name and the passage. */
const wordOf = ([post, comment]: State) => `kanari${post}${comment}`;
const idOf = ([post, comment]: State) => `id-${POSTS.indexOf(post)}-${COMMENTS.indexOf(comment)}`;
const pathOf = (post: PostState) => `/2010/03/${post}/`;
const tokenOf = (state: State) => idOf(state).padEnd(22, "-").slice(-22);
const isPublic = (post: PostState) => post === "unlisted" || post === "published";

beforeAll(async () => {
  await havePosts(...POSTS.map((status) => draftPost(status, { status: "published" })));
  await haveComments(
    draftComment("published", "Ein Anfang", { publicId: "start" }),
    ...STATES.map((state) =>
      draftComment(state[0], wordOf(state), {
        ...{ publicId: idOf(state), status: state[1], name: `Name ${wordOf(state)}` },
        quote: { text: `Stelle ${wordOf(state)}`, prefix: "", suffix: "", block: 1 },
      }),
    ),
  );
  for (const state of STATES) {
    const sql = "UPDATE comments SET token_hash = ?2 WHERE public_id = ?1";
    await env.DB.prepare(sql)
      .bind(idOf(state), await hashToken(tokenOf(state)))
      .run();
  }
  const hide = "UPDATE posts SET status = ?1 WHERE slug = ?1";
  await env.DB.batch([
    ...POSTS.map((status) => env.DB.prepare(hide).bind(status)),
    ...relist(
      env.DB,
      POSTS.map((status) => `urn:test:${status}`),
    ),
    updateSite(env.DB),
  ]);
});

const textOf = async (path: string) => (await visit(path)).text();

const OF_ALL = ["/", "/archive/", "/2010/", "/2010/03/", "/subscribe/", "/authors/anna/", "/none/"]
  .concat(
    FEEDS.map((file) => `/comments/${file}`),
    FEEDS.map((file) => `/${file}`),
  )
  .concat(["/sitemap.xml", "/search/?q=kanari", "/comments/new/?post=/2010/03/published/"]);

test.each(OF_ALL)("%s knows approved comments of published posts and no other", async (path) => {
  const text = await textOf(path);
  for (const state of STATES)
    if (state[0] !== "published" || state[1] !== "approved")
      expect(text.includes(wordOf(state)), wordOf(state)).toBe(false);
});

test("the sidebar and the feed of comments do know those", async () => {
  for (const path of ["/", "/comments/feed.json"])
    expect(await textOf(path)).toContain(wordOf(["published", "approved"]));
});

describe.each(POSTS)("below a post that is %s", (post) => {
  test("the page and its feeds show what is approved, if they are there at all", async () => {
    for (const path of [pathOf(post), ...FEEDS.map((file) => pathOf(post) + file)]) {
      const response = await visit(path);
      expect(response.status).toBe(isPublic(post) ? 200 : 404);
      const text = await response.text();
      for (const comment of COMMENTS) {
        const shown = isPublic(post) && comment === "approved";
        expect(text.includes(wordOf([post, comment])), `${path} ${comment}`).toBe(shown);
      }
    }
  });

  test("a comment is found by its address, reported and answered only if everybody sees it", async () => {
    for (const comment of COMMENTS) {
      const id = idOf([post, comment]);
      const shown = isPublic(post) && comment === "approved";
      expect((await visit(`/comments/${id}/`)).status).toBe(shown ? 302 : 404);
      expect((await visit(`/comments/${id}/report/`)).status).toBe(shown ? 200 : 404);
      const form = await visit(`/comments/new/?post=${pathOf(post)}&parent=${id}`);
      expect(form.status).toBe(shown ? 200 : 404);
      const answer = await sendJson(
        "/comments",
        aText({ post: pathOf(post), parent: id, submission: aSubmission() }),
      );
      const refused = isPublic(post) ? 422 : 404;
      expect(answer.status).toBe(shown ? 201 : refused);
    }
  });

  test("the feed of answers says nothing of what nobody sees", async () => {
    for (const comment of COMMENTS)
      for (const file of FEEDS) {
        const text = await textOf(`/comments/${idOf([post, comment])}/${file}`);
        const shown = isPublic(post) && comment === "approved";
        expect(text.includes(wordOf([post, comment])), comment).toBe(shown);
      }
  });

  test("its writer sees it as long as the post is public, and is never told of spam", async () => {
    for (const comment of COMMENTS) {
      const state: State = [post, comment];
      const own = await visit(`/comments/${idOf(state)}/?token=${tokenOf(state)}`);
      expect(own.status).toBe(isPublic(post) ? 200 : 404);
      expect(await own.text()).not.toMatch(/\bspam\b/i);
      const mine = await sendJson("/comments/mine/", { tokens: [{ token: tokenOf(state) }] });
      const { comments } = await mine.json<{ comments: { status: string }[] }>();
      const told = comment === "spam" ? "pending" : comment;
      expect(comments.map(({ status }) => status)).toEqual(isPublic(post) ? [told] : []);
    }
  });

  test("a speech of it, with its number or its name, is a link only to what everybody sees", async () => {
    const words = COMMENTS.map((comment) => `@Name ${wordOf([post, comment])}`).join(", ");
    const asked = { post: pathOf(post), text: `${words} und #1, #2, #3, #4` };
    const text = await (await sendJson("/comments/preview", asked)).text();
    for (const comment of COMMENTS) {
      const shown = isPublic(post) && comment === "approved";
      expect(text.includes(`#comment-${idOf([post, comment])}`), comment).toBe(shown);
    }
  });

  test("a draft answers like what was never there", async () => {
    if (isPublic(post)) return;
    for (const [here, never] of [
      [pathOf(post), "/2010/03/never/"],
      [`/comments/new/?post=${pathOf(post)}`, "/comments/new/?post=/2010/03/never/"],
    ] as const)
      expect(await textOf(here)).toBe(await textOf(never));
  });
});
