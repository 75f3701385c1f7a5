// npm run owner: what only the owner may do, since it needs this machine or the account at Cloudflare.
import { parseArgs } from "node:util";
import type { D1Database } from "@cloudflare/workers-types";
import { BlogError } from "../worker/errors.ts";
import { whileBusy } from "./busy.ts";
import { createLink } from "./owner/link.ts";
import { createToken, endToken, printTokens } from "./owner/tokens.ts";
import { WranglerDatabase } from "./owner/wrangler-database.ts";

const USAGE =
  "npm run owner [-- --author SLUG] | -- --token [--name NAME] [--days N] | --list | --revoke NAME, each with --remote for the deployed blog, at --url ADDRESS where wrangler.toml names none";

try {
  console.log(`\n${await run()}`);
} catch (error) {
  if (!(error instanceof BlogError)) throw error;
  console.error(`\n${error.message}`);
  process.exitCode = 1;
}

async function run(): Promise<string> {
  const values = readArguments();
  const job = jobOf(values);
  if (values.remote) return job(new WranglerDatabase("--remote").d1);
  const { openLocal } = await import("./local.ts");
  const local = await openLocal(values["persist-to"]);
  try {
    return await whileBusy(() => job(local.env.DB));
  } finally {
    await local.dispose();
  }
}

type Values = ReturnType<typeof readArguments>;

function jobOf(values: Values) {
  const { token, list, revoke, name = "publish", days, remote = false, author, url } = values;
  const now = new Date();
  if ([token, list, revoke !== undefined].filter(Boolean).length > 1)
    throw new BlogError("invalid", `It goes like this: ${USAGE}`);
  if (!token && !list && revoke === undefined)
    return (db: D1Database) => createLink(db, { author, url, remote, now });
  if (list) return (db: D1Database) => printTokens(db);
  if (revoke !== undefined) return (db: D1Database) => endToken(db, revoke, now);
  return (db: D1Database) => createToken(db, { name, days, remote, now });
}

function readArguments() {
  const flag = { type: "boolean" } as const;
  const text = { type: "string" } as const;
  try {
    return parseArgs({
      options: {
        ...{ token: flag, list: flag, revoke: text, name: text, days: text, remote: flag },
        ...{ "persist-to": text, author: text, url: text },
      },
    }).values;
  } catch {
    throw new BlogError("invalid", `That is not understood. It goes like this: ${USAGE}`);
  }
}
