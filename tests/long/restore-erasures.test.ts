import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, test } from "vitest";
import { applyErasures } from "../../worker/content/comments/erasures.ts";
import { pageText } from "../support/blog.ts";
import { owed } from "../support/cache.ts";
import { at } from "../support/mail.ts";
import { erase, everything, haveBen, POST, records } from "../support/person.ts";

const { DB, MEDIA } = env;

beforeEach(haveBen);

describe("after a restore", () => {
  const apply = () => applyErasures({ ...records, anonymous: "Anonym", now: at(9) });

  /** The database as it was before somebody erased, and forgot it. */
  async function restored(what: "text" | "name"): Promise<void> {
    const { results } = await DB.prepare("SELECT * FROM comments").all<Record<string, unknown>>();
    await erase(what);
    await DB.prepare("DELETE FROM erasures").run();
    for (const row of results) {
      const names = Object.keys(row).filter((name) => name !== "id");
      await DB.prepare(
        `UPDATE comments SET ${names.map((name, at) => `${name} = ?${at + 2}`).join(", ")} WHERE id = ?1`,
      )
        .bind(row["id"], ...names.map((name) => row[name]))
        .run();
    }
    expect(await pageText(POST)).toContain("Ben Kanarienvogel");
  }

  test.each(["text", "name"] as const)("the %s is gone again, and stays so", async (what) => {
    await restored(what);
    expect(await apply()).toBe(4);
    expect(await everything()).not.toMatch(/Kanarien|ben@|ben\.test/i);
    expect((await pageText(POST)).includes("Bens Frage")).toBe(what === "name");
    expect((await owed()).at(-1)).toMatchObject({ gone: true });
    const before = await everything();
    expect(await apply()).toBe(0);
    expect(await everything()).toBe(before);
  });

  test("what R2 has lost is written there again", async () => {
    await erase("text");
    await MEDIA.delete("erasures/a.json");
    expect(await apply()).toBe(0);
    expect(await MEDIA.head("erasures/a.json")).not.toBeNull();
  });
});
