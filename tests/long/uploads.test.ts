import { env } from "cloudflare:workers";
import { beforeAll, expect, test } from "vitest";
import type { Media, Upload } from "../../src/admin-api/media.ts";
import { PART_BYTES } from "../../src/media/limits.ts";
import { hashOfBytes } from "../../worker/handlers/api/media/parts.ts";
import { haveToken } from "../support/api.ts";
import { visit } from "../support/blog.ts";
import { type Circumstances, visitIn } from "../support/house.ts";

const BYTES = 400_000_000;
const PARTS = Math.ceil(BYTES / PART_BYTES);

/** A part of an hour of sound, made when it is sent. */
function partOf(part: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(Math.min(PART_BYTES, BYTES - (part - 1) * PART_BYTES)).fill(part);
  if (part === 1) bytes.set(new TextEncoder().encode("ID3"));
  return bytes;
}

let token = "";
let sound: { name: string; bytes: number; type: string; parts: string[] };

beforeAll(async () => {
  token = await haveToken({ scopes: "write" });
  const parts: string[] = [];
  for (let part = 1; part <= PARTS; part++) parts.push(await hashOfBytes(partOf(part)));
  sound = { name: "Folge 1.mp3", bytes: BYTES, type: "audio/mpeg", parts };
});

const ask = (method: string, path: string, body?: unknown, circumstances: Circumstances = {}) =>
  visitIn(circumstances, path, {
    method,
    headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
    ...(body !== undefined && {
      body: body instanceof Uint8Array ? (body as Uint8Array<ArrayBuffer>) : JSON.stringify(body),
    }),
  });

const begin = async (): Promise<Upload> =>
  (await ask("POST", "/api/uploads", sound)).json<Upload>();

test("a file of 400 MB that broke off goes on where it was, and is served in ranges", async () => {
  const { id, partBytes, parts } = await begin();
  expect({ partBytes, parts }).toEqual({ partBytes: PART_BYTES, parts: [] });
  const send = async (part: number, bytes = partOf(part)) =>
    (await ask("PUT", `/api/uploads/${id}/${part}`, bytes)).status;
  // Not the bytes that were promised, too few of them, or a part that nobody spoke of.
  expect(await send(2, partOf(3))).toBe(422);
  expect(await send(2, partOf(2).subarray(1))).toBe(400);
  expect(await send(PARTS + 1, partOf(1))).toBe(404);
  for (let part = 1; part <= PARTS / 2; part++) expect(await send(part)).toBe(200);
  expect((await ask("POST", `/api/uploads/${id}/done`, { seconds: 3_600 })).status).toBe(409);
  // After a reload the same file finds its parts again.
  const again = await begin();
  expect(again).toMatchObject({ id, parts: Array.from({ length: PARTS / 2 }, (_, at) => at + 1) });
  expect(await (await ask("GET", `/api/uploads/${id}`)).json()).toEqual(again);
  for (let part = PARTS; part > again.parts.length; part--) expect(await send(part)).toBe(200);
  const done = async () =>
    (await ask("POST", `/api/uploads/${id}/done`, { seconds: 3_600 })).json();
  const media = (await done()) as Media;
  expect(media).toMatchObject({ key: id, name: "Folge-1.mp3", type: "audio/mpeg", bytes: BYTES });
  expect(media).toMatchObject({ seconds: 3_600, width: null });
  expect(await done()).toEqual(media);
  expect((await begin()).parts).toHaveLength(PARTS);
  const from = 5 * PART_BYTES - 2;
  const range = await visit(`/media/${id}/folge.mp3`, {
    headers: { Range: `bytes=${from}-${from + 3}` },
  });
  expect(range.status).toBe(206);
  expect(range.headers.get("Content-Range")).toBe(`bytes ${from}-${from + 3}/${BYTES}`);
  expect(range.headers.get("Content-Type")).toBe("audio/mpeg");
  expect([...new Uint8Array(await range.arrayBuffer())]).toEqual([5, 5, 6, 6]);
}, 40_000);

const small = async (text: string, changes = {}) => {
  const bytes = new TextEncoder().encode(text);
  const parts = [await hashOfBytes(bytes)];
  return { bytes, draft: { ...sound, bytes: bytes.length, parts, ...changes } };
};

test("a file that broke off between R2 and the database is finished by asking again", async () => {
  const { bytes, draft } = await small("ID3 ein Satz");
  const { id } = await (await ask("POST", "/api/uploads", draft)).json<Upload>();
  await ask("PUT", `/api/uploads/${id}/1`, bytes);
  const batch = () => Promise.reject(new Error("D1_ERROR: Network connection lost."));
  const DB = new Proxy(env.DB, {
    get: (target, name) =>
      name === "batch" ? batch : (Reflect.get(target, name) as () => unknown).bind(target),
  });
  const done = (circumstances: Circumstances) =>
    ask("POST", `/api/uploads/${id}/done`, { seconds: null }, circumstances);
  expect((await done({ env: { DB } })).status).toBe(503);
  expect(await env.MEDIA.head(id)).not.toBeNull();
  expect(await (await done({})).json()).toMatchObject({ key: id, bytes: bytes.length });
});

test("what is no sound or film, or another than was said, is not taken in parts", async () => {
  const html = await small("<html><script>alert(1)</script>");
  for (const type of ["image/png", "text/html", "image/svg+xml"])
    expect((await ask("POST", "/api/uploads", { ...html.draft, type })).status).toBe(415);
  const { id } = await (await ask("POST", "/api/uploads", html.draft)).json<Upload>();
  expect((await ask("PUT", `/api/uploads/${id}/1`, html.bytes)).status).toBe(415);
  expect((await ask("DELETE", `/api/uploads/${id}`)).status).toBe(204);
  expect((await ask("GET", `/api/uploads/${id}`)).status).toBe(404);
  const wrong = { ...html.draft, parts: [...html.draft.parts, html.draft.parts[0]] };
  expect((await ask("POST", "/api/uploads", wrong)).status).toBe(422);
  expect((await ask("POST", "/api/uploads", { ...html.draft, bytes: 3e9 })).status).toBe(422);
});

test("only who began an upload, or takes care of all files, ends it", async () => {
  const part = await hashOfBytes(new Uint8Array([1]));
  const other = { name: "a.mp3", bytes: 1, type: "audio/mpeg", parts: [part] };
  const { id } = (await (await ask("POST", "/api/uploads", other)).json()) as Upload;
  const role =
    "INSERT INTO authors (slug, name, role) VALUES ('ada', 'Ada', 'author') RETURNING id";
  const authorId = await env.DB.prepare(role).first<number>("id");
  const foreign = await haveToken({ scopes: "write", authorId });
  const end = (words: string) =>
    visit(`/api/uploads/${id}`, {
      method: "DELETE",
      headers: { Authorization: `Bearer ${words}` },
    });
  expect((await end(foreign)).status).toBe(403);
  expect((await end(token)).status).toBe(204);
});
