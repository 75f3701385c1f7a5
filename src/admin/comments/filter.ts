import type { CommentStatus, Filter } from "../../admin-api/comments.ts";
import { navigate } from "../router.tsx";

export const STATUSES: readonly CommentStatus[] = ["pending", "approved", "spam", "trash"];

/** What the address of the page asks for. */
export function filterIn(query: URLSearchParams): Filter {
  const status = STATUSES.find((one) => one === query.get("status")) ?? "pending";
  const post = query.get("post") ?? "";
  return {
    status,
    q: query.get("q")?.trim() ?? "",
    post: /^[1-9]\d{0,14}$/.test(post) ? Number(post) : null,
  };
}

/** The address of the page that shows them. */
export function pathOf({ status, q, post }: Filter): string {
  const query = new URLSearchParams({
    ...(status !== "pending" && { status }),
    ...(q && { q }),
    ...(post !== null && { post: String(post) }),
  }).toString();
  return `/admin/comments/${query && `?${query}`}`;
}

/** The address that they are asked for at. */
export const addressOf = ({ status, q, post }: Filter): string =>
  `/api/comments?${new URLSearchParams({
    status,
    ...(q && { q }),
    ...(post !== null && { post: String(post) }),
  })}`;

export const show = (filter: Filter): void => navigate(pathOf(filter), { replace: true });
