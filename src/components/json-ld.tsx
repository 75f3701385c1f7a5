import { commentPermalink, permalink } from "../addresses.ts";
import type { Comment, Post, Site } from "../model.ts";
import { authorPath } from "./paths.ts";

interface Props {
  readonly site: Site;
  readonly post: Post;
  readonly comments: readonly Comment[];
}

/**
 * The post for search engines. Comments have author, date and address only: their text may
 * be withdrawn.
 */
export const JsonLd = (props: Props) => (
  <script
    type="application/ld+json"
    dangerouslySetInnerHTML={{ __html: scriptSafe(blogPosting(props)) }}
  />
);

/** JSON that cannot end the script element it stands in, and parses to the same value. */
const scriptSafe = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );

function blogPosting({ site, post, comments }: Props) {
  const url = permalink(post.path, site.origin);
  return {
    "@context": "https://schema.org",
    "@type": "BlogPosting",
    headline: post.title,
    description: post.excerpt,
    url,
    mainEntityOfPage: url,
    datePublished: post.publishedAt,
    dateModified: post.updatedAt,
    inLanguage: post.lang,
    wordCount: post.words,
    author: {
      "@type": "Person",
      name: post.author.name,
      url: permalink(authorPath(post.author.slug), site.origin),
    },
    isPartOf: { "@type": "Blog", name: site.title, url: permalink("/", site.origin) },
    keywords: post.tags.map((tag) => tag.name),
    articleSection: post.categories.map((category) => category.name),
    commentCount: post.commentCount,
    comment: comments.filter((comment) => !comment.removed).map(toComment(site, post)),
  };
}

const toComment = (site: Site, post: Post) => (comment: Comment) => ({
  "@type": "Comment",
  author: { "@type": "Person", name: comment.name },
  dateCreated: comment.createdAt,
  url: commentPermalink(post.path, comment, site.origin),
});
