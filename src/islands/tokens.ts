import type { Own } from "./kept.ts";

/** "#ID.TOKEN.PATH,…": enough to find a comment again, and the post that it stands under. */
export const toFragment = (own: readonly Own[]): string =>
  `#${own.map(({ id, token, post }) => [id, token, encodeURIComponent(post)].join("/")).join(",")}`;

/** What a link brings; nothing of what is not in its form. */
export function fromFragment(hash: string): Own[] {
  return hash
    .slice(1)
    .split(",")
    .flatMap((part) => {
      const [, id, token, post] = /^([\w-]{1,64})\/([\w-]{22})\/(%2F[^/]*)$/.exec(part) ?? [];
      if (!id || !token || !post) return [];
      return [{ id, token, post: decodeURIComponent(post), parent: "", editableUntil: "" }];
    });
}
