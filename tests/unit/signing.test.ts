import { describe, expect, test } from "vitest";
import { signerOf } from "../../worker/auth/signing.ts";

const NOW = "2026-05-01T12:00:00Z";
const SOON = Date.parse(NOW) / 1000 + 60;

/** A database with room for one key. */
function keyRoom(asked: string[] = []) {
  let secret: string | null = null;
  const prepare = (sql: string) => ({
    bind: (...values: string[]) => ({
      first: async () => secret,
      run: async () => {
        asked.push(sql);
        secret ??= values[0] ?? null;
      },
    }),
  });
  return { prepare } as unknown as Parameters<typeof signerOf>[0];
}

const signer = () => signerOf(keyRoom(), NOW);

test("a key says what was signed, for its purpose alone", async () => {
  const own = signer();
  const signed = { purpose: "moderate", of: "c1", until: SOON } as const;
  const key = await own.sign(signed);
  expect(key).toMatch(/^[\w-]+\.[\w-]{43}$/);
  expect(await own.verify(key, "moderate", NOW)).toEqual(signed);
  expect(await own.verify(key, "unsubscribe", NOW)).toBeNull();
});

test("a key ends on the second, unless it never does", async () => {
  const own = signer();
  const key = await own.sign({ purpose: "confirm", of: "c1", until: SOON });
  expect(await own.verify(key, "confirm", "2026-05-01T12:00:59Z")).not.toBeNull();
  expect(await own.verify(key, "confirm", "2026-05-01T12:01:00Z")).toBeNull();
  const forever = await own.sign({ purpose: "unsubscribe", of: "c1", until: null });
  expect(await own.verify(forever, "unsubscribe", "2126-05-01T12:00:00Z")).not.toBeNull();
});

describe("a key with one character changed", () => {
  test("opens nothing, wherever the character stands", async () => {
    const own = signer();
    const key = await own.sign({ purpose: "moderate", of: "c1", until: SOON });
    for (let at = 0; at < key.length; at++) {
      // The neighbour, too: the last character of 32 bytes has two bits that mean nothing.
      for (const other of [key[at] === "A" ? "B" : "A", neighbourOf(key[at] ?? "")]) {
        const changed = key.slice(0, at) + other + key.slice(at + 1);
        expect(await own.verify(changed, "moderate", NOW), `at ${at}`).toBeNull();
      }
    }
  });
});

test("another blog's key opens nothing here", async () => {
  const key = await signer().sign({ purpose: "queue", of: "", until: null });
  const other = signer();
  await other.sign({ purpose: "queue", of: "", until: null });
  expect(await other.verify(key, "queue", NOW)).toBeNull();
});

test("looking at a link makes no key in the database", async () => {
  const asked: string[] = [];
  const own = signerOf(keyRoom(asked), NOW);
  const foreign = await signer().sign({ purpose: "queue", of: "", until: null });
  expect(await own.verify(foreign, "queue", NOW)).toBeNull();
  expect(asked).toEqual([]);
});

test("two who sign first at the same time sign with one key", async () => {
  const room = keyRoom();
  const signed = { purpose: "queue", of: "", until: null } as const;
  const [a, b] = await Promise.all([
    signerOf(room, NOW).sign(signed),
    signerOf(room, NOW).sign(signed),
  ]);
  expect(a).toBe(b);
});

/** The next letter of base64url. */
function neighbourOf(letter: string): string {
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  return letters[(letters.indexOf(letter) ^ 1) % 64] ?? "A";
}
