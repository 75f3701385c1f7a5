import { type ComponentChild, h } from "preact";
import type { CommentNode } from "../model.ts";

/** What a comment may contain. The blog has seen to that already; the browser looks again. */
const TAGS = new Set(
  "a p br em strong i b s del ins strike q cite abbr acronym code pre kbd blockquote ul ol li sub sup".split(
    " ",
  ),
);

/** The blog's tree of a comment as elements. It can say nothing but these tags and addresses of the web. */
export const Nodes = ({ nodes }: { nodes: readonly CommentNode[] }) => (
  <div class="prose" dir="auto">
    {nodes.map(toElement)}
  </div>
);

function toElement(node: CommentNode): ComponentChild {
  if (!Array.isArray(node)) return String(node);
  const [tag, { href, title, start }, children] = node as Exclude<CommentNode, string>;
  const inner = children.map(toElement);
  if (!TAGS.has(tag)) return inner;
  const safe = tag === "a" && /^(https?:\/\/|#|\/(?![/\\]))/i.test(href ?? "");
  return h(tag, { ...(safe && { href, rel: "nofollow ugc" }), title, start }, inner);
}
