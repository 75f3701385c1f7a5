import { type ComponentChild, h } from "preact";
import type { CommentNode } from "../model.ts";

/** What a comment is made of. The blog has seen to that already; the browser looks again. */
const TAGS = /^(a|p|br|em|strong|s|code|pre|blockquote|ul|ol|li)$/;

/** The blog's tree of a comment as elements. It can say nothing but these tags and addresses of the web. */
export const Nodes = ({ nodes }: { nodes: readonly CommentNode[] }) => (
  <div class="prose" dir="auto">
    {nodes.map(toElement)}
  </div>
);

function toElement(node: CommentNode): ComponentChild {
  if (!Array.isArray(node)) return String(node);
  const [tag, { href, start }, children] = node as Exclude<CommentNode, string>;
  const inner = children.map(toElement);
  if (!TAGS.test(tag)) return inner;
  const safe = tag === "a" && /^(https?:\/\/|#|\/(?![/\\]))/i.test(href ?? "");
  return h(tag, { href: safe ? href : undefined, start }, inner);
}
