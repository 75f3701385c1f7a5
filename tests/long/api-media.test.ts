import { expect, test } from "vitest";
import { hashToken } from "../../worker/auth/tokens.ts";
import { hashOfBytes } from "../../worker/handlers/api/media/parts.ts";
import { FILE, HASH, POSTS, Program } from "../support/api.ts";
import { visit } from "../support/blog.ts";
import { gif } from "../support/pictures.ts";

const program = new Program();

test.each([
  ["SVG", '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)">'],
  ["HTML", "<!doctype html><script>alert(1)</script>"],
  ["a script", "alert(1)//GIF89a"],
  ["JSON", '{"a": 1}'],
  ["a few bytes", "GIF"],
])("%s is not stored, whatever it is called", async (_, bytes) => {
  const response = await program.put(bytes, await hashToken(bytes), {
    "Content-Type": "image/png",
  });
  await program.refusal(response, 415);
});

test("a file under another hash, of another length, or too large is not stored", async () => {
  await program.refusal(await program.put("GIF89a and more", HASH), 422);
  await program.refusal(await program.put("", await hashToken("")), 415);
  for (const wrong of ["x", HASH.toUpperCase(), HASH.slice(2), "%2e%2e"])
    await program.refusal(await program.put("GIF89a", wrong), 404);
  const longer = { "Content-Length": "500" };
  await program.refusal(await program.put("GIF89a", await hashToken("GIF89a"), longer), 400);
  const shorter = { "Content-Length": "7" };
  await program.refusal(await program.put("GIF89a more", await hashToken("GIF89a "), shorter), 400);
  const huge = { "Content-Length": "100000001" };
  await program.refusal(await program.put("GIF89a", await hashToken("GIF89a"), huge), 413);
  const body = new ReadableStream({ start: (controller) => controller.close() });
  const init = { method: "PUT", headers: program.bearer(), body };
  await program.refusal(await visit(`/api/media/${HASH}`, init), 411);
});

test("a file is stored as what its bytes are, and a post shows it", async () => {
  const more = Array.from({ length: 1_000 }, () => [0x21, 0xf9, 4, 0, 0, 0, 0, 0]);
  const bytes = gif({ width: 3, height: 4, more });
  const hash = await hashOfBytes(bytes);
  const key = hash.slice(0, 32);
  for (let twice = 0; twice < 2; twice++) {
    const response = await program.put(bytes, hash, { "Content-Type": "text/html" });
    expect(await response.json()).toMatchObject({ key, type: "image/gif", width: 3, height: 4 });
    expect(response.headers.get("Cache-Control")).toBe("private, no-store");
  }
  expect((await visit(`/media/${key}/a.gif`)).headers.get("Content-Type")).toBe("image/gif");
  const pictures = { "../a.gif": { key, name: "a.gif", width: 3, height: 4 } };
  const file = { ...FILE, name: "posts/gif.md", markdown: "![Bild](../a.gif)", pictures };
  const response = await program.post({ ...POSTS, files: [file] });
  expect(await response.json()).toEqual({
    published: [{ kind: "created", file: "posts/gif.md", path: "/2026/01/gif/" }],
  });
  const page = await (await visit("/2026/01/gif/")).text();
  expect(page).toContain(`src="/media/${key}/a.gif" alt="Bild" width="3" height="4"`);
  const deceiving = { "a.mp3": { key, name: "a.mp3", width: null, height: null } };
  const wrong = { ...FILE, markdown: "<audio src=a.mp3>", pictures: deceiving };
  await program.look();
  await program.refusal(await program.post({ ...POSTS, files: [wrong] }), 422);
});
