import { env } from "cloudflare:workers";
import { moderateComments } from "../../worker/content/comments/moderate.ts";
import { type Circumstances, ORIGIN, visitIn } from "./house.ts";

let networks = 0;

/** A network of its own for each visitor, so that no test runs into another's limit. */
export const aNetwork = (): string => `10.${(networks >> 8) & 255}.${networks++ & 255}.9`;

let submissions = 0;

/** 128 bit as a browser makes them. */
export const aSubmission = (): string => `${++submissions}`.padStart(22, "s");

export const NOW = () => `${new Date().toISOString().slice(0, 19)}Z`;

export interface Sending extends Circumstances {
  readonly network?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Tests write more in a minute below one post than people may; the limits have tests of their own. */
const unhurried = ({ env: changes, ...rest }: Circumstances): Circumstances => {
  const open = { limit: async () => ({ success: true }) };
  return { ...rest, env: { POST_LIMIT: open, BLOG_LIMIT: open, ...changes } };
};

/** Sends a form as a browser without script does. */
export function sendForm(
  path: string,
  fields: Readonly<Record<string, string>>,
  { network = aNetwork(), headers = {}, ...circumstances }: Sending = {},
): Promise<Response> {
  return visitIn(unhurried(circumstances), path, {
    method: "POST",
    headers: { Origin: ORIGIN, "CF-Connecting-IP": network, ...headers },
    body: new URLSearchParams(fields),
  });
}

/** Sends JSON as the island does. */
export function sendJson(
  path: string,
  data: unknown,
  { network = aNetwork(), headers = {}, ...circumstances }: Sending = {},
): Promise<Response> {
  return visitIn(unhurried(circumstances), path, {
    method: "POST",
    headers: {
      ...{ Origin: ORIGIN, "CF-Connecting-IP": network, "Content-Type": "application/json" },
      ...headers,
    },
    body: JSON.stringify(data),
  });
}

/** A comment that nothing speaks against. */
export const aText = (changes: Readonly<Record<string, unknown>> = {}) => ({
  ...{ post: "/2010/03/hello/", name: "Carla", text: "Das sehe ich auch so." },
  ...changes,
});

export interface Told {
  readonly id: string;
  readonly status: string;
  readonly number: number | null;
  readonly message: string;
  readonly nodes: readonly unknown[];
}

/** Leaves a comment with a script and gives what it is told, with its token. */
export async function leave(
  changes: Readonly<Record<string, unknown>> = {},
  sending: Sending = {},
): Promise<Told & { token: string }> {
  const token = aSubmission();
  const response = await sendJson("/comments", aText({ submission: token, ...changes }), sending);
  if (response.status !== 201) throw new Error(`${response.status} ${await response.text()}`);
  return { ...(await response.json<Told>()), token };
}

/** Decides as an author does. */
export const decide = (action: "approve" | "spam" | "trash" | "hold", ...ids: string[]) =>
  moderateComments(env.DB, ids, action, { now: NOW() });

/** Sets rules for comments; the rest is as it is by itself. */
export async function setRules(rules: Readonly<Record<string, unknown>>): Promise<void> {
  await env.DB.prepare(
    `INSERT INTO settings (name, value) VALUES ('comments', ?1)
     ON CONFLICT (name) DO UPDATE SET value = ?1`,
  )
    .bind(JSON.stringify(rules))
    .run();
}

export const countRows = async (table: string): Promise<number> =>
  (await env.DB.prepare(`SELECT count(*) AS n FROM ${table}`).first<number>("n")) ?? 0;
