import type { Env } from "../env.ts";
import { BlogError } from "../errors.ts";

/** Seconds that a limit of wrangler.toml counts over. */
export const LIMIT_SECONDS = 60;

/** The limits that a route may name. */
const LIMITS = { search: "SEARCH_LIMIT" } as const;

export type Limit = keyof typeof LIMITS;

/** Refuses who asks too often. The address is what Cloudflare counts by; it is neither stored nor logged. */
export async function refuseTooMany(limit: Limit, request: Request, env: Env): Promise<void> {
  const key = networkOf(request.headers.get("CF-Connecting-IP") ?? "");
  const { success } = await env[LIMITS[limit]].limit({ key });
  if (!success) throw new BlogError("limited", "Too many requests of this kind");
}

/** An IPv6 network of 64 bits belongs to one customer, who has all addresses in it; an IPv4 address stays as it is. */
export function networkOf(address: string): string {
  if (!address.includes(":")) return address;
  const [head = "", tail] = address.split("::");
  const groups = head === "" ? [] : head.split(":");
  const last = tail ? tail.split(":") : [];
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - groups.length - last.length);
  return [...groups, ...Array(zeros).fill("0"), ...last].slice(0, 4).join(":");
}
