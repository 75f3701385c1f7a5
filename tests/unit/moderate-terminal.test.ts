import { describe, expect, test } from "vitest";
import { moderateByKeys } from "../../scripts/moderate/by-keys.ts";
import type { ModerationDesk } from "../../scripts/moderate/desk.ts";
import { printComment, printQueue } from "../../scripts/moderate/print.ts";
import { runFlags } from "../../scripts/moderate/run.ts";
import type { QueuedComment } from "../../src/admin-api/comments.ts";
import { HEADER_ATTACKS } from "../support/header-attacks.ts";
import { XSS } from "../support/xss.ts";

const comment = (id: string, changes: Partial<QueuedComment> = {}): QueuedComment => ({
  ...{ id, status: "pending", number: null, name: "Ben", email: "ben@there.test", url: null },
  ...{ text: `Text ${id}`, quote: null, reasons: [{ code: "newcomer" }], lang: "de" },
  ...{ createdAt: "2026-05-01T12:00:00Z", postPath: "/2010/03/hallo/", postTitle: "Hallo" },
  ...{ kind: "comment", editedAt: null, postId: 1, parentNumber: null, own: false, whole: true },
  ...changes,
});

/** A blog with these waiting, newest first, which notes what it is told. */
function deskWith(...waiting: QueuedComment[]) {
  const told: unknown[] = [];
  const desk = {
    list: async () => ({ total: waiting.length, items: [...waiting], next: null }),
    decide: async (action: string, ids: readonly string[]) => {
      told.push([action, ...ids]);
      for (const id of ids)
        waiting.splice(
          waiting.findIndex((one) => one.id === id),
          1,
        );
      return ids;
    },
    change: async (typed: object) => {
      told.push(typed);
      return { hold: "all", words: ["a", "b"], nightUntil: null };
    },
    settings: async () => ({ hold: "newcomers" }),
    exportPerson: async (email: string) => ({ comments: [{ email }] }),
    erasePerson: async (email: string, what: string) => {
      told.push([email, what]);
      return ["a", "b"];
    },
    queueFeed: async () => "https://blog.test/comments/queue/feed.xml?key=x",
    testMail: async (to: string) => void told.push(to),
  } as unknown as ModerationDesk;
  return { desk, told };
}

describe("a terminal", () => {
  test.each([...HEADER_ATTACKS, ...XSS])("is not steered by %j", (attack) => {
    const attacked = comment("a", {
      ...{ name: attack, email: attack, url: attack, text: attack, quote: attack },
      ...{ postTitle: attack, reasons: [{ code: attack, detail: attack }] },
    });
    for (const printed of [
      printComment(attacked),
      printQueue({ total: 1, items: [attacked], next: null }, "spam"),
    ]) {
      expect(printed).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}]/u);
      expect(printed.isWellFormed()).toBe(true);
    }
  });

  test("shows who, when, below what, why, and the text", () => {
    const printed = printQueue(
      { total: 3, items: [comment("a"), comment("b")], next: null },
      "pending",
    );
    expect(printed).toContain("1. Ben <ben@there.test>");
    expect(printed).toContain("2026-05-01 12:00 UTC on Hallo   (a)");
    expect(printed).toContain("Whoever wrote this is not known here yet.");
    expect(printed).toContain("   Text b");
    expect(printed).toContain("And 1 more.");
  });
});

describe("with keys", () => {
  const press = (keys: string) => {
    const said: string[] = [];
    const left = [...keys];
    const key = async () => left.shift() ?? "";
    return { said, person: { say: (words: string) => void said.push(words), key } };
  };

  test("the oldest comes first, and each key does what it says", async () => {
    const { desk, told } = deskWith(comment("d"), comment("c"), comment("b"), comment("a"));
    const { person, said } = press("ax?snt");
    expect(await moderateByKeys(desk, person)).toBe(3);
    expect(told).toEqual([
      ["approve", "a"],
      ["spam", "b"],
      ["trash", "d"],
    ]);
    expect(said[0]).toContain("4 waiting");
  });

  test.each(["q", "", "\u0003"])("%j ends it, and the rest waits on", async (key) => {
    const { desk, told } = deskWith(comment("a"));
    expect(await moderateByKeys(desk, press(key).person)).toBe(0);
    expect(told).toEqual([]);
  });
});

describe("with flags", () => {
  test.each([
    [{ approve: true }, ["a"], ["approve", "a"], "1 changed."],
    [{ spam: true }, ["a", "b"], ["spam", "a", "b"], "2 changed."],
    [
      { set: ["hold=all", "words=a=b,c"] },
      [],
      { hold: "all", words: "a=b,c" },
      "hold            all",
    ],
    [
      { night: "closed", until: "2026-05-02" },
      [],
      { night: "closed", nightUntil: "2026-05-02" },
      "-",
    ],
    [{ erase: "x@y.test" }, [], ["x@y.test", "text"], "2 comments"],
    [{ erase: "x@y.test", "name-only": true }, [], ["x@y.test", "name"], "The name is off"],
    [{ "test-mail": "x@y.test" }, [], "x@y.test", "was taken"],
  ])("%o with %o tells the blog so", async (typed, ids, told, printed) => {
    const blog = deskWith(comment("a"), comment("b"));
    expect(await runFlags(blog.desk, typed, ids)).toContain(printed);
    expect(blog.told).toEqual([told]);
  });

  test("nothing is guessed", async () => {
    const { desk, told } = deskWith(comment("a"));
    for (const [typed, ids] of [
      [{ approve: true }, []],
      [{}, ["a"]],
      [{ set: ["hold"] }, []],
      [{ until: "2026-05-02" }, []],
      [{ list: true, status: "new" }, []],
    ] as const)
      await expect(runFlags(desk, typed, ids)).rejects.toThrow(/\w/);
    expect(told).toEqual([]);
  });

  test("a list for programs is JSON", async () => {
    const { desk } = deskWith(comment("a"));
    expect(JSON.parse(await runFlags(desk, { list: true, json: true }, []))).toMatchObject({
      items: [{ id: "a" }],
    });
    expect(await runFlags(desk, { feed: true }, [])).toContain("https://blog.test/comments/queue/");
    expect(JSON.parse(await runFlags(desk, { export: "x@y.test" }, []))).toEqual({
      comments: [{ email: "x@y.test" }],
    });
  });
});
