import type { Comment, Site } from "../../model.ts";
import { hostOf, relOf } from "../outside-link.ts";

/** A page elsewhere that links here: its title, and a passage around the link. */
export const Mention = ({ site, comment }: { site: Site; comment: Comment }) => (
  <p class="mention">
    <Source site={site} comment={comment} />
    {comment.excerpt && (
      <>
        {" "}
        […] <span class="p-content">{comment.excerpt}</span> […]
      </>
    )}
  </p>
);

function Source({ site, comment }: { site: Site; comment: Comment }) {
  const rel = relOf(comment.url, site.origin);
  const title = comment.title || comment.name;
  if (!comment.url || rel === null) return <cite class="p-name">{title}</cite>;
  return (
    <cite>
      <a class="u-url p-name" href={comment.url} rel={rel}>
        {title || hostOf(comment.url)}
      </a>
    </cite>
  );
}
