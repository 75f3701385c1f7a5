import type { PostDraft } from "../../worker/db/write/drafts.ts";
import { term } from "./blog.ts";

type Edit = (post: PostDraft, at: number) => Partial<PostDraft>;

/** Everything that a post may have changed about it; `pick` chooses. */
export const edits = (pick: <T>(list: readonly T[]) => T): readonly Edit[] => [
  (_post, at) => ({ title: `Titel ${at}` }),
  (_post, at) => ({ html: `<p>Text ${at}</p>` as PostDraft["html"], excerpt: `Text ${at}` }),
  () => ({ lang: pick(["de", "en", "fr"]) }),
  () => ({ status: pick(["published", "published", "draft", "unlisted"]) }),
  (post, at) => ({ path: `/x/${post.slug}-${at}/` }),
  () => ({ path: pick(["/2010/", "/2011/", "/2010/01/", "/2012/03/"]) }),
  () => {
    const day = `20${pick([10, 11, 12])}-0${pick([1, 2, 3, 4])}-0${pick([1, 2, 3])}`;
    return { publishedAt: `${day}T10:00:00Z`, localDate: day };
  },
  () => ({ tags: pick([[], [term("t1")], [term("t2"), term("t3")]]) }),
  () => ({ categories: pick([[], [term("k0")], [term("k1")], [term("k2")]]) }),
  ({ sticky }) => ({ sticky: !sticky }),
  () => ({ author: pick(["anna", "bob"]) }),
  ({ kind }) => ({ kind: kind === "post" ? "page" : "post" }),
];
