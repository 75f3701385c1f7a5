import { expect, test } from "vitest";
import { networkOf } from "../../worker/handlers/limits.ts";
import { costOf, visit } from "../support/blog.ts";
import { visitIn } from "../support/house.ts";
import { withinOneMinute } from "../support/minute.ts";

const askFrom = (address: string) =>
  visit("/search/?q=wort", { headers: { "CF-Connecting-IP": address } });

test("who asks too often hears when to come back, and D1 hears nothing", async () => {
  await withinOneMinute();
  const answers: number[] = [];
  for (let time = 0; time < 31; time++) answers.push((await askFrom("198.51.100.7")).status);
  expect(answers.filter((status) => status === 200).length).toBe(30);
  const refused = await askFrom("198.51.100.7");
  expect(refused.status).toBe(429);
  expect(refused.headers.get("Retry-After")).toBe("60");
  expect(refused.headers.get("Cache-Control")).toBe("private, no-store");
  expect(costOf(refused)).toMatchObject({ queries: 0, trips: 0, rows: 0 });
  expect(await refused.text()).toContain("Etwas langsamer, bitte");

  expect((await askFrom("198.51.100.8")).status).toBe(200);
  expect((await visit("/", { headers: { "CF-Connecting-IP": "198.51.100.7" } })).status).toBe(200);
});

test("the limit is told the visitor's network and nothing else", async () => {
  const keys: unknown[] = [];
  const limit = async (options: unknown) => {
    keys.push(options);
    return { success: true };
  };
  const headers = { "CF-Connecting-IP": "2001:db8:1:2:3:4:5:6", Cookie: "a=b" };
  const limited = { env: { SEARCH_LIMIT: { limit } as RateLimit } };
  await visitIn(limited, "/search/?q=wort", { headers });
  expect(keys).toEqual([{ key: "2001:db8:1:2" }]);
});

test.each([
  ["203.0.113.9", "203.0.113.9"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2"],
  ["2001:db8::1", "2001:db8:0:0"],
  ["2001:db8:1:2::", "2001:db8:1:2"],
  ["::1", "0:0:0:0"],
  ["", ""],
])("%s lies in the network %s", (address, network) => {
  expect(networkOf(address)).toBe(network);
});
