import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import type { Media, MediaList, MediaUse } from "../../src/admin-api/media.ts";
import { MAX_PICTURE_BYTES } from "../../src/media/limits.ts";
import { updatePost } from "../../worker/db/write/update.ts";
import { hashOfBytes } from "../../worker/handlers/api/media/parts.ts";
import { endUploads, sweepMedia } from "../../worker/jobs/media.ts";
import { haveToken, Program } from "../support/api.ts";
import { draftPost, havePosts, visit } from "../support/blog.ts";
import { visitIn } from "../support/house.ts";
import { bytesOf, chunk, exif, jpeg, png, segment, webp } from "../support/pictures.ts";

const program = new Program();
type Bytes = Uint8Array<ArrayBuffer>;

/** Sends a file, and gives what the blog knows of it. */
async function send(bytes: Bytes, query = ""): Promise<Response> {
  const hash = await hashOfBytes(bytes);
  return visit(`/api/media/${hash}${query}`, putting(bytes));
}

const putting = (bytes: Bytes) => ({
  method: "PUT",
  headers: { ...program.bearer(), "Content-Length": String(bytes.length) },
  body: bytes,
});

const have = async (bytes: Bytes, query = ""): Promise<Media> =>
  (await send(bytes, query)).json<Media>();

/** As a program that writes. */
async function ask(method: string, path: string, body?: unknown): Promise<Response> {
  const token = await haveToken({ scopes: "write" });
  return visit(path, {
    method,
    headers: { ...program.bearer(token), "Content-Type": "application/json" },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
}

const list = async (query: string): Promise<MediaList> =>
  (await ask("GET", `/api/media?${query}`)).json<MediaList>();

test.each([
  ["metadata", jpeg({ more: [segment(0xe1, "Exif\0\0", exif("52.5N 13.4E"))] })],
  ["metadata", png({ more: [chunk("tEXt", "Author\0Anna")] })],
  ["pixels", png({ width: 64_000, height: 64_000 })],
  ["broken", jpeg().subarray(0, 30)],
] as [string, Bytes][])(
  "a picture is refused for its %s, and nothing is stored",
  async (reason, bytes) => {
    const response = await send(Uint8Array.from(bytes));
    const problem = await response.clone().json();
    await program.refusal(response, 422);
    expect(problem).toMatchObject({ field: "picture", reason });
  },
);

test("a picture of more than 10 MiB is refused", async () => {
  const bytes = new Uint8Array(MAX_PICTURE_BYTES + 1);
  bytes.set(png());
  await program.refusal(await send(bytes), 413);
});

test("a picture is known by its bytes, its name is cleaned, and its sizes stay with it", async () => {
  const bytes = png({ width: 2_000, height: 1_000 });
  const media = await have(bytes, "?name=..%2F..%2Fcon.html&alt=Ein+Hut&seconds=7");
  expect(media).toMatchObject({ type: "image/png", width: 2_000, height: 1_000, seconds: null });
  expect(media).toMatchObject({ name: "file-con.png", alt: "Ein Hut", sizes: [], usedIn: 0 });
  for (const width of [960, 480]) {
    const size = await have(webp({ width, height: width / 2 }), `?of=${media.key}`);
    expect(size.key).toBe(media.key);
  }
  const { items } = await list("q=ein%20hut");
  expect(items.map(({ key }) => key)).toEqual([media.key]);
  expect(items[0]?.sizes.map(({ width }) => width)).toEqual([480, 960]);
  await program.look();
  const other = webp({ width: 480, height: 480, more: [] });
  await program.refusal(await send(other, `?of=${media.key}`), 422);
  await program.refusal(await send(other, `?of=${"0".repeat(32)}`), 404);
});

test("sending it again after the database failed gives the same key, and one row", async () => {
  const bytes = png({ width: 31 });
  const hash = await hashOfBytes(bytes);
  const DB = new Proxy(env.DB, {
    get(target, name) {
      const value = Reflect.get(target, name);
      if (name !== "prepare") return typeof value === "function" ? value.bind(target) : value;
      return (sql: string) => {
        if (sql.startsWith("INSERT INTO media"))
          throw new Error("D1_ERROR: Network connection lost.");
        return target.prepare(sql);
      };
    },
  });
  const failed = await visitIn({ env: { DB } }, `/api/media/${hash}`, putting(bytes));
  expect(failed.status).toBe(503);
  expect(await env.MEDIA.head(hash.slice(0, 32))).not.toBeNull();
  const again = await have(bytes);
  expect(again.key).toBe(hash.slice(0, 32));
  expect((await have(bytes)).createdAt).toBe(again.createdAt);
});

test("while R2 fails nothing is noted", async () => {
  const bytes = png({ width: 32 });
  const hash = await hashOfBytes(bytes);
  const put = () => Promise.reject(new Error("put: We encountered an internal error (10001)"));
  const MEDIA = { put } as unknown as R2Bucket;
  const failed = await visitIn({ env: { MEDIA } }, `/api/media/${hash}`, putting(bytes));
  await program.refusal(failed, 503);
});

test("a list goes on where it ended, by kind and by words", async () => {
  for (let at = 0; at < 5; at++) await have(png({ width: 100 + at }), `?name=Kette${at}.png`);
  const seen: string[] = [];
  for (let after = ""; ; ) {
    const page = await list(`q=kette&type=image&limit=2&after=${after}`);
    seen.push(...page.items.map(({ name }) => name));
    if (!page.next) break;
    after = page.next;
  }
  expect(seen.toSorted()).toEqual([0, 1, 2, 3, 4].map((at) => `Kette${at}.png`));
  expect((await list("q=kette&type=audio")).items).toEqual([]);
  expect((await list("q=100%25")).items).toEqual([]);
  for (const wrong of ["type=film", "after=x"])
    expect((await ask("GET", `/api/media?${wrong}`)).status).toBe(422);
});

test("a file that a post names, or one of its sizes, is not deleted", async () => {
  const media = await have(png({ width: 1_000, height: 10 }), "?name=Brücke.png");
  const small = await hashOfBytes(webp({ width: 500, height: 5 }));
  await send(webp({ width: 500, height: 5 }), `?of=${media.key}`);
  const image = (key: string) => `<p><img src="/media/${key}/a.png" alt=""></p>`;
  const draft = draftPost("bruecke", { text: image(media.key), status: "draft" });
  await havePosts(draft);
  const path = `/api/media/${media.key}`;
  const uses = async () => (await ask("GET", `${path}/uses`)).json<MediaUse[]>();
  expect(await uses()).toMatchObject([{ title: "bruecke", status: "draft" }]);
  const refused = await ask("DELETE", path);
  expect(refused.status).toBe(409);
  expect(await refused.json()).toMatchObject({ reason: "used" });
  const update = (text: string, version: number) =>
    env.DB.batch(updatePost(env.DB, version, draftPost("bruecke", { text, status: "draft" })));
  await update(image(small.slice(0, 32)), 1);
  expect(await uses()).toHaveLength(1);
  expect((await ask("DELETE", path)).status).toBe(409);
  await update("<p>Ohne</p>", 2);
  expect(await uses()).toEqual([]);
  expect((await ask("DELETE", path)).status).toBe(204);
  expect((await ask("DELETE", path)).status).toBe(404);
  for (const key of [media.key, small.slice(0, 32)]) expect(await env.MEDIA.head(key)).toBeNull();
});

test("a name and an alternative text can be changed, and are cleaned", async () => {
  const { key } = await have(png({ width: 77 }));
  const about = { name: "Über mich.svg", alt: "  Ein Bild " };
  const changed = await ask("PUT", `/api/media/${key}/about`, about);
  expect(await changed.json()).toMatchObject({ name: "Über-mich.png", alt: "Ein Bild" });
  const long = { name: "a", alt: "x".repeat(1_001) };
  expect((await ask("PUT", `/api/media/${key}/about`, long)).status).toBe(422);
});

test("somebody else's file is for those who take care of all", async () => {
  await havePosts(draftPost("wer"));
  const { key } = await have(png({ width: 78 }));
  const id = await env.DB.prepare("SELECT id FROM authors WHERE slug = 'anna'").first<number>("id");
  await env.DB.prepare("UPDATE authors SET role = 'author' WHERE id = ?1").bind(id).run();
  const token = await haveToken({ scopes: "write", authorId: id });
  const headers = { ...program.bearer(token), "Content-Type": "application/json" };
  const remove = () => visit(`/api/media/${key}`, { method: "DELETE", headers });
  expect((await remove()).status).toBe(403);
  await havePosts(draftPost("ihrs", { author: "ed", status: "draft", title: "Geheimes" }));
  const ids = await env.DB.prepare("SELECT id FROM posts WHERE slug = 'ihrs'").first<number>("id");
  const use = env.DB.prepare("INSERT INTO media_uses (media_key, post_id) VALUES (?1, ?2)");
  await use.bind(key, ids).run();
  const uses = (words?: string) =>
    visit(`/api/media/${key}/uses`, { headers: program.bearer(words) }).then((all) => all.text());
  expect(await uses(token)).toBe("[]");
  expect(await uses(await haveToken({ scopes: "write" }))).toContain("Geheimes");
  await env.DB.prepare("DELETE FROM media_uses WHERE post_id = ?1").bind(ids).run();
  await env.DB.prepare("UPDATE media SET author_id = ?2 WHERE key = ?1").bind(key, id).run();
  expect((await remove()).status).toBe(204);
});

test("a program's picture gets its sizes in the Worker, where that can make them", async () => {
  const made: number[] = [];
  const IMAGES = {
    input: () => ({
      transform: ({ width }: { width: number }) => ({
        output: async () => {
          made.push(width);
          const small = webp({ width, height: width / 2 });
          return { image: () => new Blob([small]).stream() };
        },
      }),
    }),
  } as unknown as ImagesBinding;
  const bytes = png({ width: 1_200, height: 600 });
  const path = `/api/media/${await hashOfBytes(bytes)}?name=Programm.png`;
  const response = await visitIn({ env: { IMAGES } }, path, putting(bytes));
  expect((await response.json<Media>()).sizes.map(({ width }) => width)).toEqual([480, 960]);
  expect(made).toEqual([480, 960]);
  const failing = {
    input: () => {
      throw new Error("Images are out of order");
    },
  };
  const other = png({ width: 1_300, height: 650 });
  const without = await visitIn(
    { env: { IMAGES: failing as unknown as ImagesBinding } },
    `/api/media/${await hashOfBytes(other)}`,
    putting(other),
  );
  expect(await without.json<Media>()).toMatchObject({ width: 1_300, sizes: [] });
});

test("what nothing knows of leaves after a day, and nothing else", async () => {
  const { key } = await have(png({ width: 79, height: 9 }));
  await have(webp({ width: 39, height: 4 }), `?of=${key}`);
  const size = (await hashOfBytes(webp({ width: 39, height: 4 }))).slice(0, 32);
  const orphan = "0123456789abcdef".repeat(2);
  await env.MEDIA.put(orphan, "x");
  await env.MEDIA.put("erasures/a.json", "{}");
  await env.MEDIA.put("caches/newest", "{}");
  const day = async (date: string) => {
    for (let hour = 0; hour < 24; hour++)
      await sweepMedia(env, `${date}T${String(hour).padStart(2, "0")}:30:00Z`);
  };
  const today = new Date().toISOString().slice(0, 10);
  await day(today);
  expect(await env.MEDIA.head(orphan)).not.toBeNull();
  await day(new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10));
  expect(await env.MEDIA.head(orphan)).toBeNull();
  for (const kept of [key, size, "erasures/a.json", "caches/newest"])
    expect(await env.MEDIA.head(kept)).not.toBeNull();
});

test("an upload that nobody goes on with is ended after a week", async () => {
  const bytes = bytesOf("ID3", new Uint8Array(20));
  const parts = [await hashOfBytes(bytes)];
  const sound = { name: "a.mp3", bytes: bytes.length, type: "audio/mpeg", parts };
  const { id } = await (await ask("POST", "/api/uploads", sound)).json<{ id: string }>();
  const later = (days: number) =>
    `${new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 19)}Z`;
  expect(await endUploads(env, later(6))).toBe(0);
  expect(await endUploads(env, later(8))).toBe(1);
  expect((await ask("GET", `/api/uploads/${id}`)).status).toBe(404);
});
