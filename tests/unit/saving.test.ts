import { beforeEach, describe, expect, test } from "vitest";
import { findUnsaved, takeUp } from "../../src/admin/editor/saving/offer.ts";
import type { Draft } from "../../src/admin/editor/saving/ports.ts";
import type { Saver } from "../../src/admin/editor/saving/saver.ts";
import { saying, World } from "../support/saving.ts";

let world: World;
let saver: Saver;
beforeEach(() => {
  world = new World();
  saver = world.open("tab");
});

test("a text is saved two seconds after the last key", async () => {
  saver.change(saying("a"));
  await world.pass(1_500);
  saver.change(saying("ab"));
  await world.pass(1_900);
  expect(world.waiting).toHaveLength(0);
  await world.pass(100);
  await world.answer();
  expect(world.text.markdown).toBe("ab");
  expect(world.state).toBe("saved");
});

test("who never stops typing is saved after fifteen seconds", async () => {
  for (let second = 0; second < 15; second++) {
    saver.change(saying("x".repeat(second + 1)));
    await world.pass(1_000);
  }
  expect(world.waiting).toHaveLength(1);
});

test("each change lies in the browser at once, and leaves when the blog has it", async () => {
  saver.change(saying("a"));
  expect([...world.drafts.values()][0]?.fields.markdown).toBe("a");
  saver.flush();
  await world.answer();
  expect(world.drafts.size).toBe(0);
});

test("what is typed while a save is on its way is sent after it, and stays in the browser until then", async () => {
  saver.change(saying("a"));
  saver.flush();
  saver.change(saying("ab"));
  saver.flush();
  expect(world.waiting).toHaveLength(1);
  await world.answer();
  expect([...world.drafts.values()][0]).toMatchObject({ base: world.base, fields: saying("ab") });
  expect(world.state).toBe("unsaved");
  await world.pass(2_000);
  await world.answer();
  expect(world.text.markdown).toBe("ab");
  expect(world.mostAtOnce).toBe(1);
});

test("without a network the waiting grows, and the network's return ends it", async () => {
  saver.change(saying("a"));
  saver.flush();
  for (const wait of [1_000, 2_000, 5_000]) {
    await world.fail({ status: 0 });
    expect(world.state).toBe("offline");
    saver.change(saying(`a${wait}`));
    await world.pass(wait - 1);
    expect(world.waiting).toHaveLength(0);
    await world.pass(1);
    expect(world.waiting).toHaveLength(1);
  }
  await world.fail({ status: 503 });
  saver.flush();
  await world.answer();
  expect(world.text.markdown).toBe("a5000");
  expect(world.state).toBe("saved");
});

test("a save whose answer was lost is no conflict, whatever was typed since", async () => {
  saver.change(saying("a"));
  saver.flush();
  saver.change(saying("ab"));
  world.waiting[0]?.lose();
  await world.settle();
  await world.pass(1_000);
  await world.answer();
  await world.pass(2_000);
  await world.answer();
  expect(world.reports.some(({ state }) => state === "conflict")).toBe(false);
  expect(world.revisions.map(({ markdown }) => markdown)).toEqual(["", "a", "ab"]);
});

describe("in a conflict", () => {
  beforeEach(async () => {
    world.write(world.base, saying("theirs"));
    saver.change(saying("mine"));
    saver.flush();
    await world.answer();
  });

  const markdowns = () => world.revisions.map(({ markdown }) => markdown);

  test("nothing more is sent, and typing goes on into the browser", async () => {
    expect(world.reports.at(-1)).toMatchObject({ state: "conflict", current: { author: "b" } });
    saver.change(saying("mine too"));
    await world.pass(60_000);
    expect(world.waiting).toHaveLength(0);
    expect([...world.drafts.values()][0]?.fields.markdown).toBe("mine too");
  });

  test("keeping mine saves it after theirs", async () => {
    saver.resolve(saver.fields);
    await world.answer();
    expect(markdowns()).toEqual(["", "theirs", "mine"]);
    expect(world.state).toBe("saved");
  });

  test("taking theirs leaves mine as a revision", async () => {
    saver.resolve(saying("theirs"));
    await world.answer();
    await world.pass(2_000);
    await world.answer();
    expect(markdowns()).toEqual(["", "theirs", "mine", "theirs"]);
    expect(world.drafts.size).toBe(0);
  });

  test("a merge leaves both", async () => {
    saver.resolve(saying("theirs, mine"));
    await world.answer();
    await world.pass(2_000);
    await world.answer();
    expect(markdowns()).toEqual(["", "theirs", "mine", "theirs, mine"]);
  });
});

test("who is logged out keeps the text here, and saves it after logging in", async () => {
  saver.change(saying("a"));
  saver.flush();
  await world.fail({ status: 401 });
  await world.pass(60_000);
  expect(world.state).toBe("logged-out");
  expect(world.drafts.size).toBe(1);
  saver.resume();
  await world.answer();
  expect(world.state).toBe("saved");
});

test("what the blog refuses is said, and sent again with the next change", async () => {
  saver.change(saying("a"));
  saver.flush();
  await world.fail({ status: 422, sentence: "No such author" });
  expect(world.reports.at(-1)).toEqual({ state: "refused", sentence: "No such author" });
  await world.pass(60_000);
  expect(world.waiting).toHaveLength(0);
  saver.change(saying("b"));
  await world.pass(2_000);
  await world.answer();
  expect(world.state).toBe("saved");
});

test("publishing waits for a save on its way, and its base is the next one's", async () => {
  saver.change(saying("a"));
  saver.flush();
  const published = saver.sendBy(async (base, fields) => world.write(base, fields));
  await world.answer();
  await published;
  saver.change(saying("b"));
  await world.pass(2_000);
  await world.answer();
  expect(world.state).toBe("saved");
  expect(world.mostAtOnce).toBe(1);
});

test("a draft that another tab is writing is not offered", async () => {
  saver.change(saying("a"));
  await world.settle();
  expect(await findUnsaved(world.store, "a/1/", world.text, new Set(["a/1/tab"]))).toEqual([]);
});

test("a draft of a tab that was killed is offered, one that had arrived is not", async () => {
  saver.change(saying("a"));
  saver.flush();
  world.waiting[0]?.lose();
  const other = world.open("other tab");
  other.change(saying("never sent"));
  await world.settle();
  const unsaved = await findUnsaved(world.store, "a/1/", world.text, new Set());
  expect(unsaved.map(({ fields }) => fields.markdown)).toEqual(["never sent"]);
  const opened = world.open("new tab");
  await takeUp(world.store, opened, unsaved[0] as Draft);
  expect([...world.drafts.keys()]).toEqual(["a/1/new tab"]);
  await world.answer();
  expect(world.text.markdown).toBe("never sent");
  expect(world.drafts.size).toBe(0);
});
