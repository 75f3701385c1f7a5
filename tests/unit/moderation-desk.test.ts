import { expect, test } from "vitest";
import {
  batchesOf,
  decideAll,
  moreWaiting,
  undoOf,
} from "../../src/admin/comments/deciding/decide.ts";
import { hostsIn } from "../../src/admin/comments/one/hosts.ts";
import { type QueueDeeds, queueShortcuts } from "../../src/admin/comments/queue-keys.ts";
import { neighbourOf, nextBeside } from "../../src/admin/comments/use-focus.ts";
import type { DecidedPart, QueuedComment } from "../../src/admin-api/comments.ts";
import { de } from "../../src/i18n/admin/de/comments.ts";

const ids = (count: number) => Array.from({ length: count }, (_, at) => `c${at}`);
const rows = (...names: string[]) => names.map((id) => ({ id }) as QueuedComment);

test("an undo makes each comment what it was, a hundred at a time", () => {
  const was = [
    ...ids(150).map((id) => ({ id, status: "pending" as const })),
    { id: "seen", status: "approved" as const },
    { id: "bin", status: "trash" as const },
  ];
  const batches = undoOf(was);
  expect(batches.map(({ action, ids: some }) => [action, some.length])).toEqual([
    ["approve", 1],
    ["hold", 100],
    ["hold", 50],
    ["trash", 1],
  ]);
  expect(batches.flatMap(({ ids: some }) => some).sort()).toEqual(was.map(({ id }) => id).sort());
});

test("one decision about more than a hundred is several requests, and about none no request", () => {
  expect(batchesOf(ids(201), "spam").map(({ ids: some }) => some.length)).toEqual([100, 100, 1]);
  expect(batchesOf([], "spam")).toEqual([]);
});

test("the count of what waits follows a decision and its undo", () => {
  const was = [
    { id: "a", status: "pending" as const },
    { id: "b", status: "spam" as const },
  ];
  expect(moreWaiting(was, "approve")).toBe(-1);
  expect(moreWaiting(was, "hold")).toBe(1);
});

const part = (id: string, next: string | null): DecidedPart => ({ ids: [id], was: [], next });
const parts: Record<string, DecidedPart> = {
  "": part("a", "1"),
  1: part("b", "2"),
  2: part("c", null),
};
const askPart = async (after: string | null) => parts[after ?? ""] as DecidedPart;

test("a decision about all goes on until there is no more", async () => {
  const done: string[] = [];
  const onPart = (one: DecidedPart) => done.push(...one.ids);
  expect(await decideAll(askPart, null, { onPart, isStopped: () => false })).toBe(null);
  expect(done).toEqual(["a", "b", "c"]);
});

test("a decision about all that is stopped, or broken off, goes on where it was", async () => {
  const done: string[] = [];
  const onPart = (one: DecidedPart) => done.push(...one.ids);
  expect(await decideAll(askPart, null, { onPart, isStopped: () => done.length === 1 })).toBe("1");
  const broken = async (after: string | null) => {
    if (after === "2") throw new Error("no network");
    return askPart(after);
  };
  await expect(decideAll(broken, "1", { onPart, isStopped: () => false })).rejects.toThrow();
  expect(await decideAll(askPart, "2", { onPart, isStopped: () => false })).toBe(null);
  expect(done).toEqual(["a", "b", "c"]);
});

test("each key of the queue does its own, and Enter leaves buttons alone", () => {
  const done: string[] = [];
  const deeds: QueueDeeds = {
    step: (by) => done.push(`step ${by}`),
    decide: (action) => done.push(action),
    write: (what) => done.push(what),
    undo: () => done.push("undo"),
    select: () => done.push("select"),
    open: () => done.push("open"),
  };
  const shortcuts = queueShortcuts(de, deeds);
  const press = (key: string) =>
    shortcuts.find(({ keys }) => keys === key)?.run({} as KeyboardEvent);
  for (const key of ["j", "k", "a", "s", "d", "r", "e", "u", "z", "x", "Enter"]) press(key);
  expect(done.join(", ")).toBe(
    "step 1, step -1, approve, spam, trash, reply, edit, undo, undo, select, open",
  );
  const enter = shortcuts.find(({ keys }) => keys === "Enter");
  const at = (name: string) =>
    ({ target: { matches: (selector: string) => selector === name } }) as unknown as KeyboardEvent;
  expect(enter?.when?.(at(".queued"))).toBe(true);
  expect(enter?.when?.(at(".button"))).toBe(false);
});

test("who decides about a comment is at the next one, at the end at the one before", () => {
  const list = rows("a", "b", "c", "d");
  expect(nextBeside(list, "b", ["b"])).toBe("c");
  expect(nextBeside(list, "b", ["b", "c"])).toBe("d");
  expect(nextBeside(list, "d", ["d"])).toBe("c");
  expect(nextBeside(list, "a", ["a", "b", "c", "d"])).toBe(null);
  expect(neighbourOf(list, null, 1)).toBe("a");
  expect(neighbourOf(list, "d", 1)).toBe("d");
});

test("a ban offers the hosts that a comment links to, and nothing that is no website", () => {
  const text =
    "see https://pills.example/a and [x](http://Casino.example/b), https://pills.example/c";
  expect(hostsIn({ url: "javascript:alert(1)", text })).toEqual([
    "pills.example",
    "casino.example",
  ]);
});
