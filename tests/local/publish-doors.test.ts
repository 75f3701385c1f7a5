import { spawnSync } from "node:child_process";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { RemoteBlog } from "../../scripts/publish/remote.ts";

const TOKEN = `randnotiz_${"A".repeat(43)}`;

/** What the server of this file answers, whatever it is asked. */
let answer: (response: ServerResponse) => void;
let asked = 0;
const server = createServer((_, response) => {
  asked += 1;
  answer(response);
});
let origin = "";

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

const ask = () => new RemoteBlog(origin, TOKEN).ask("GET", "/api/files");
const problem = (status: number, detail?: string) => (response: ServerResponse) =>
  response
    .writeHead(status, { "Content-Type": "application/problem+json" })
    .end(JSON.stringify({ status, detail }));

test.each<[string, typeof answer, string]>([
  ["a page", (response) => response.end("<h1>Hallo"), "there is no blog of this kind"],
  ["no such page", (response) => response.writeHead(404).end(), "there is no blog of this kind"],
  [
    "an older blog's page",
    (response) => response.writeHead(404, { "Server-Timing": 'd1;desc="queries=0"' }).end(),
    "is older than this command; please deploy it first.",
  ],
  [
    "another address",
    (response) => response.writeHead(308, { Location: "https://evil.example/x" }).end(),
    "sends on to https://evil.example; please name that.",
  ],
  ["that it lives elsewhere", problem(421, "This blog lives at X."), "This blog lives at X."],
  ["that the token is wrong", problem(401, "x"), "does not accept the token. npm run owner"],
  ["that the scope is wrong", problem(403, "No scope."), "No scope."],
  ["what is wrong with a post", problem(422, "a.md:1: No."), "a.md:1: No."],
  ["that it has a fault", problem(500), "The blog says 500."],
  ["nothing but a status", (response) => response.writeHead(500).end(), "could not do it (500)"],
])("who hears %s gets one sentence", async (_, says, sentence) => {
  answer = says;
  asked = 0;
  await expect(ask()).rejects.toThrow(sentence);
  // 421 is asked once more by fetch itself, over a connection of its own: RFC 9110, section 15.5.20.
  expect(asked).toBeLessThan(3);
});

test("what may pass is asked again", async () => {
  asked = 0;
  answer = (response) =>
    asked === 1 ? problem(503)(response) : asked === 2 ? response.destroy() : response.end("{}");
  expect(await ask()).toEqual({});
  answer = (response) => response.destroy();
  await expect(ask()).rejects.toThrow(`There is no answer from ${origin}.`);
});

test.each([
  ["http://blog.example", "", "https://"],
  ["blog.example", "", "the blog's address"],
  ["https://blog.example/blog/", "", "the blog's address"],
  ["https://a:b@blog.example", "", "No password"],
  ["https://blog.example", "", "Please put a token into RANDNOTIZ_TOKEN"],
  ["https://blog.example", "geheim\nnis", "is no token"],
])(
  "with --remote %s and the token %j the command says what is wrong",
  (remote, words, sentence) => {
    const env = { ...process.env, RANDNOTIZ_TOKEN: words };
    const { status, stderr } = spawnSync(
      process.execPath,
      ["scripts/publish.ts", "demo", "--remote", remote],
      { env, encoding: "utf8" },
    );
    expect(stderr).toContain(sentence);
    expect(stderr).toContain("Nothing was written.");
    expect(stderr).not.toContain("geheim");
    expect(status).toBe(1);
  },
);
