import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { ModerationDesk } from "../../scripts/moderate/desk.ts";
import { localDesk } from "../../scripts/moderate/local-desk.ts";
import { remoteDesk } from "../../scripts/moderate/remote-desk.ts";
import { createToken } from "../../scripts/owner/tokens.ts";
import { RemoteBlog } from "../../scripts/publish/remote.ts";
import { DATED, NOW } from "../support/desk.node.ts";
import { RemoteDesk } from "../support/remote-desk.node.ts";

const desk = new RemoteDesk();
let token = "";

beforeAll(async () => {
  const wanted = { name: "moderate", days: undefined, remote: false, now: new Date() };
  const words = await createToken(desk.desk.db, { ...wanted, scope: "moderate" });
  expect(words).toContain("npm run moderate -- --remote");
  token = words.split("\n")[0] ?? "";
});

const DESKS: Readonly<Record<string, () => ModerationDesk>> = {
  here: () => localDesk({ ...desk.desk, origin: desk.origin, now: NOW }),
  elsewhere: () => remoteDesk(new RemoteBlog(desk.origin, token)),
};

describe.each(Object.entries(DESKS))("%s", (_, open) => {
  beforeEach(async () => {
    const { db } = desk.desk;
    await db.batch([db.prepare("DELETE FROM comments"), db.prepare("DELETE FROM erasures")]);
    desk.write("posts/a.md", DATED);
    await desk.publish();
    await db
      .prepare(
        `INSERT INTO comments (public_id, post_id, status, name, email, format, source, html, excerpt, reasons,
           created_at, updated_at)
         SELECT 'c' || n.value, posts.id, 'pending', 'Ben', 'ben@there.test', 'markdown', 'Wort', '<p>Wort</p>', 'Wort',
           '[{"code":"newcomer"}]', ?1, ?1 FROM posts, json_each('[1,2]') n`,
      )
      .bind(NOW)
      .run();
  });

  test("what waits is listed, decided about, and shown", async () => {
    const blog = open();
    const { total, items } = await blog.list("pending");
    expect(total).toBe(2);
    expect(items[0]).toMatchObject({
      name: "Ben",
      text: "Wort",
      reasons: [{ code: "newcomer" }],
    });
    expect(await blog.decide("approve", ["c1", "unknown"])).toEqual(["c1"]);
    expect(await blog.decide("spam", ["c2"])).toEqual(["c2"]);
    expect(await desk.rows("SELECT public_id, status, number FROM comments ORDER BY 1")).toEqual([
      { public_id: "c1", status: "approved", number: 1 },
      { public_id: "c2", status: "spam", number: null },
    ]);
  });

  test("the rules are set with checks", async () => {
    const blog = open();
    expect(await blog.change({ hold: "all" })).toMatchObject({ hold: "all" });
    expect(await blog.settings()).toMatchObject({ hold: "all" });
    await expect(blog.change({ hold: "some" })).rejects.toThrow("hold is one of");
  });

  test("a person's data is fetched and erased", async () => {
    const blog = open();
    expect((await blog.exportPerson("ben@there.test")).comments).toHaveLength(2);
    expect((await blog.erasePerson("BEN@there.test", "text")).toSorted()).toEqual(["c1", "c2"]);
    expect(
      await desk.rows("SELECT * FROM comments WHERE source <> '' OR email IS NOT NULL"),
    ).toEqual([]);
    await expect(blog.erasePerson("nobody", "text")).rejects.toThrow("mail address");
  });

  test("the private feed has an address that opens it", async () => {
    const url = new URL(await open().queueFeed());
    expect((await desk.page(url.pathname + url.search)).status).toBe(200);
  });
});
