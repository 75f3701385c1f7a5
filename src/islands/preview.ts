import type { CommentNode } from "../model.ts";
import { ask } from "./ask.ts";

/** What a text will look like; nothing if nobody can say just now. */
export async function askPreview(
  post: string,
  text: string,
): Promise<readonly CommentNode[] | undefined> {
  if (!text.trim()) return [];
  const reply = await ask<{ nodes: CommentNode[] }>("/comments/preview", { post, text });
  return reply?.data?.nodes;
}
