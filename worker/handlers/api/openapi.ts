import { toJsonSchema } from "@valibot/to-json-schema";
import type { GenericSchema } from "valibot";
import { contract } from "../../../src/admin-api/contract/contract.ts";
import type { Entry } from "../../../src/admin-api/contract/entry.ts";
import { API_METHODS, type ApiMethod, type ApiRoute } from "./route.ts";

/** The API as OpenAPI 3.1 has it, made of the table of routes and of the schemas that read and check it. */
export function describeApi(rows: readonly ApiRoute[], origin: string): object {
  return {
    openapi: "3.1.0",
    info: { title: "Randnotiz", version: "1", description: ABOUT },
    servers: [{ url: origin }],
    paths: Object.fromEntries(rows.map((row) => [toTemplate(row.path), pathItem(row)])),
    components: {
      securitySchemes: {
        session: { type: "apiKey", in: "cookie", name: "__Host-session" },
        token: { type: "http", scheme: "bearer" },
      },
      schemas: { Problem: PROBLEM },
    },
  };
}

const ABOUT =
  "Times are UTC to the second. Lists go on with `after` until `next` is null. POSTs that create take an Idempotency-Key.";

/** RFC 9457, with the field that is wrong and a word for what is wrong with it. */
const PROBLEM = {
  type: "object",
  required: ["type", "title", "status"],
  properties: {
    ...{ type: { type: "string" }, title: { type: "string" }, status: { type: "integer" } },
    ...{ detail: { type: "string" }, field: { type: "string" }, reason: { type: "string" } },
    current: { description: "With 409: what is there now" },
  },
};

const toTemplate = (path: string): string => path.replaceAll(/:(\w+)/g, "{$1}");

function pathItem(row: ApiRoute): object {
  const methods = API_METHODS.filter((method) => row[method]);
  const names = [...row.path.matchAll(/:(\w+)/g)].map(([, name]) => name as string);
  const parameters = names.map((name) => parameter(name, "path", true, name));
  const operations = methods.map((method) => [method.toLowerCase(), operation(row, method)]);
  return { ...(parameters.length > 0 && { parameters }), ...Object.fromEntries(operations) };
}

function operation(row: ApiRoute, method: ApiMethod): object {
  const entry = contract[`${method} ${row.path}`];
  if (!entry) throw new Error(`${method} ${row.path} is in no contract`);
  const query = Object.entries(entry.query ?? {});
  return {
    summary: entry.about,
    ...(query.length > 0 && {
      parameters: query.map(([name, about]) => parameter(name, "query", false, about)),
    }),
    ...bodyOf(entry),
    responses: responsesOf(entry),
    security: securityOf(row),
  };
}

const parameter = (name: string, where: string, required: boolean, description: string) => ({
  ...{ name, in: where, required, description, schema: { type: "string" } },
});

function bodyOf({ takes, bytes }: Entry): object {
  if (bytes)
    return { requestBody: { content: { "application/octet-stream": {} }, required: true } };
  return takes ? { requestBody: { content: json(takes, "input"), required: true } } : {};
}

function responsesOf({ gives }: Entry): object {
  const problem = {
    "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } },
  };
  return {
    ...(gives
      ? { 200: { description: "Done", content: json(gives, "output") } }
      : { 204: { description: "Done" } }),
    default: { description: "What went wrong", content: problem },
  };
}

/** What a check or a change of a value says beyond the shape, JSON Schema cannot. */
const json = (schema: GenericSchema, typeMode: "input" | "output") => {
  const { $schema: _, ...made } = toJsonSchema(schema, { errorMode: "ignore", typeMode });
  return { "application/json": { schema: made } };
};

const securityOf = ({ can, scope }: ApiRoute): object[] => [
  ...(can === "anybody" ? [{}] : [{ session: [] }]),
  ...(scope === null ? [] : [{ token: [scope] }]),
];
