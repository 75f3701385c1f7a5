import type { UtcTime } from "../../src/model.ts";
import { hashOf } from "../cache/hash.ts";
import type { Env } from "../env.ts";
import { BlogError } from "../errors.ts";
import type { Visitor } from "./visitors/route.ts";

/** Seconds that a limit of wrangler.toml counts over. */
export const LIMIT_SECONDS = 60;

/** The limits that a route may name, by network. */
const LIMITS = {
  search: "SEARCH_LIMIT",
  comment: "COMMENT_LIMIT",
  desk: "DESK_LIMIT",
  login: "LOGIN_LIMIT",
} as const;

export type Limit = keyof typeof LIMITS;

/** Refuses who asks too often. The address is what Cloudflare counts by; it is neither stored nor logged. */
export async function refuseTooMany(limit: Limit, request: Request, env: Env): Promise<void> {
  const { success } = await env[LIMITS[limit]].limit({ key: networkOf(addressOf(request)) });
  if (!success) throw tooMany();
}

const tooMany = () => new BlogError("limited", "Too many requests of this kind");

/** Only what Cloudflare itself says; who says nothing shares one key. */
const addressOf = ({ headers }: Request): string => headers.get("CF-Connecting-IP") ?? "";

/**
 * Counts somebody who sends something, by network, and for comments also by post and for the whole blog; refuses who sends
 * too much. Says false where counting failed, which is no reason to refuse anybody.
 */
export async function countVisitor(
  limit: Limit,
  request: Request,
  { env, now, fields }: Pick<Visitor, "env" | "now" | "fields">,
): Promise<boolean> {
  const network = blockOf(networkOf(addressOf(request)));
  const counts = [{ binding: env[LIMITS[limit]], key: await hashOfDay(network, now) }];
  if (limit === "comment") {
    const post = typeof fields["post"] === "string" ? fields["post"] : "";
    counts.push({ binding: env.POST_LIMIT, key: await hashOfDay(post, now) });
    counts.push({ binding: env.BLOG_LIMIT, key: "blog" });
  }
  try {
    for (const { binding, key } of counts)
      if (!(await binding.limit({ key })).success) throw tooMany();
    return true;
  } catch (error) {
    if (error instanceof BlogError) throw error;
    console.error(JSON.stringify({ level: "warning", message: "A rate limit does not answer" }));
    return false;
  }
}

/** Keys of different days have nothing in common, and no address can be read from one. */
async function hashOfDay(text: string, now: UtcTime): Promise<string> {
  const bytes = new TextEncoder().encode(`${now.slice(0, 10)} ${text}`);
  return hashOf(bytes);
}

/** An IPv4 address stands for the 256 of its block. */
const blockOf = (network: string): string => network.replace(/^(\d+\.\d+\.\d+)\.\d+$/, "$1");

/** An IPv6 network of 64 bits belongs to one customer, who has all addresses in it; an IPv4 address stays as it is. */
export function networkOf(address: string): string {
  if (!address.includes(":")) return address;
  const [head = "", tail] = address.split("::");
  const groups = head === "" ? [] : head.split(":");
  const last = tail ? tail.split(":") : [];
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - groups.length - last.length);
  return [...groups, ...Array(zeros).fill("0"), ...last].slice(0, 4).join(":");
}
