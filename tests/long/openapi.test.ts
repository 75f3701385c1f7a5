import { beforeAll, expect, test } from "vitest";
import { contract } from "../../src/admin-api/contract/contract.ts";
import { API_METHODS } from "../../worker/handlers/api/route.ts";
import { apiRoutes } from "../../worker/routes.ts";
import { haveBrowser } from "../support/app.ts";

interface Described {
  readonly openapi: string;
  readonly paths: Record<string, Record<string, Operation & { name?: string }>>;
}

interface Operation {
  readonly summary?: string;
  readonly requestBody?: { content: Record<string, { schema?: object }> };
  readonly responses?: Record<string, { content?: Record<string, { schema?: object }> }>;
  readonly security?: object[];
}

let described: Described;
let operations: Operation[];

beforeAll(async () => {
  const owner = await haveBrowser("owner");
  described = await (await owner.get("/api/openapi.json")).json();
  operations = Object.values(described.paths).flatMap((item) =>
    API_METHODS.flatMap((method) => item[method.toLowerCase()] ?? []),
  );
});

test("every address of the API is described, and nothing else is", () => {
  const rows = apiRoutes.flatMap((row) =>
    API_METHODS.filter((method) => row[method]).map((method) => `${method} ${row.path}`),
  );
  expect(Object.keys(contract).sort()).toEqual(rows.sort());
  expect(operations).toHaveLength(rows.length);
  expect(described.openapi).toBe("3.1.0");
  for (const path of Object.keys(described.paths)) expect(path).not.toContain(":");
});

test("every operation says what it does, who may, and what can go wrong", () => {
  for (const { summary, responses, security } of operations) {
    expect(summary).toMatch(/^[A-Z].{3,}/);
    expect(responses?.["default"]?.content).toHaveProperty("application/problem+json");
    expect(security).toBeDefined();
  }
});

test("every body and answer has a shape, in which nothing unknown is allowed where nothing is taken", () => {
  const schemas = operations.flatMap(({ requestBody, responses = {} }) =>
    [requestBody?.content, ...Object.values(responses).map(({ content }) => content)].flatMap(
      (content) => content?.["application/json"]?.schema ?? [],
    ),
  );
  expect(schemas.length).toBeGreaterThan(80);
  for (const schema of schemas)
    expect(Object.keys(schema).some((key) => /^(type|anyOf|oneOf)$/.test(key))).toBe(true);
  const save = described.paths["/api/posts/{post}"]?.["put"]?.requestBody?.content;
  expect(save?.["application/json"]?.schema).toMatchObject({
    ...{ type: "object", required: ["base", "fields"], additionalProperties: false },
    properties: { base: { required: ["version", "revision"] } },
  });
});
