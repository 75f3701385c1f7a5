import { afterEach, expect, test, vi } from "vitest";
import { ask, onLoggedOut } from "../../src/admin/api.ts";
import { Problem } from "../../src/admin/problem.ts";

afterEach(() => {
  vi.unstubAllGlobals();
  onLoggedOut(async () => false);
});

/** A blog that gives these answers, one after the other; what it was asked is kept. */
function answering(...answers: (() => Response)[]) {
  const asked: { path: string; init: RequestInit }[] = [];
  vi.stubGlobal("fetch", async (path: string, init: RequestInit) => {
    const answer = answers[Math.min(asked.length, answers.length - 1)];
    asked.push({ path, init });
    if (!answer) throw new TypeError("Failed to fetch");
    return answer();
  });
  return asked;
}

const json =
  (status: number, data: unknown, headers = {}) =>
  () =>
    Response.json(data, { status, headers });
const out = json(401, { detail: "Please log in." });
const failureOf = (asking: Promise<unknown>) =>
  asking.then(
    () => null,
    (error) => error as Problem,
  );

test("the application sends JSON and reads what the blog says", async () => {
  const asked = answering(json(200, { id: 1 }));
  expect(await ask("/api/posts", { method: "POST", body: { kind: "post" } })).toEqual({ id: 1 });
  expect(asked[0]?.init).toMatchObject({ method: "POST", body: '{"kind":"post"}' });
  expect(asked[0]?.init.headers).toMatchObject({ "Content-Type": "application/json" });
});

test("bytes go to the blog as they are", async () => {
  const asked = answering(() => new Response(null, { status: 204 }));
  const bytes = new Uint8Array([1, 2, 3]);
  expect(await ask("/api/uploads/x/1", { method: "PUT", body: bytes })).toBeUndefined();
  expect(asked[0]?.init.body).toBe(bytes);
  expect(asked[0]?.init.headers).not.toHaveProperty("Content-Type");
});

test("what the blog refuses is a problem with its field, its reason and what stands there", async () => {
  const current = { base: { version: 2, revision: 3 } };
  answering(json(409, { detail: "Somebody saved.", reason: "moved", field: "base", current }));
  const problem = await failureOf(ask("/api/posts/1", { method: "PUT", body: {} }));
  expect(problem).toBeInstanceOf(Problem);
  expect(problem).toMatchObject({ status: 409, reason: "moved", field: "base", current });
  answering(json(429, { detail: "Slowly." }, { "Retry-After": "60" }));
  expect(await failureOf(ask("/api/posts"))).toMatchObject({ status: 429, wait: 60 });
});

test("without a network there is a problem without a status, and an answer that stops midway is none", async () => {
  answering();
  expect(await failureOf(ask("/api/me"))).toMatchObject({ status: 0 });
  answering(() => new Response('{"items": ['));
  expect(await failureOf(ask("/api/me"))).toMatchObject({ status: 0 });
  answering(() => new Response("<h1>Bad gateway</h1>", { status: 502 }));
  expect(await failureOf(ask("/api/me"))).toMatchObject({ status: 502 });
});

test("whoever is logged out logs in again over the page, and what they wrote goes out once more", async () => {
  const asked = answering(out, json(200, { saved: true }));
  let logins = 0;
  onLoggedOut(async () => ++logins > 0);
  const body = { text: "long" };
  expect(await ask("/api/posts/1", { method: "PUT", body })).toEqual({ saved: true });
  expect(logins).toBe(1);
  expect(asked.map(({ init }) => init.body)).toEqual(['{"text":"long"}', '{"text":"long"}']);
});

test("requests that find out together ask once for a log-in", async () => {
  answering(out, out, json(200, 1), json(200, 2));
  const logins: ((isIn: boolean) => void)[] = [];
  onLoggedOut(() => new Promise((resolve) => logins.push(resolve)));
  const both = Promise.all([ask("/api/posts"), ask("/api/media")]);
  await vi.waitFor(() => expect(logins.length).toBe(1));
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect(logins.length).toBe(1);
  logins[0]?.(true);
  expect(await both).toEqual([1, 2]);
});

test("whoever does not log in again, or is somebody else then, sends nothing twice", async () => {
  const asked = answering(out);
  onLoggedOut(async () => false);
  expect(await failureOf(ask("/api/posts"))).toMatchObject({ status: 401 });
  expect(asked.length).toBe(1);
  onLoggedOut(async () => true);
  expect(await failureOf(ask("/api/me", { login: false }))).toMatchObject({ status: 401 });
  expect(asked.length).toBe(2);
});

test("what nobody waits for any more is no problem of the network", async () => {
  const controller = new AbortController();
  vi.stubGlobal("fetch", async () => {
    controller.abort();
    throw new DOMException("gone", "AbortError");
  });
  const failure = await failureOf(ask("/api/posts", { signal: controller.signal }));
  expect(failure).not.toBeInstanceOf(Problem);
});
