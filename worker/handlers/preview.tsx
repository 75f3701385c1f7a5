import type { PostFields } from "../../src/admin-api/posts.ts";
import type { Post } from "../../src/model.ts";
import { PostPage } from "../../src/pages/post-page.tsx";
import { StaticPage } from "../../src/pages/static-page.tsx";
import { type Format, workingCopy } from "../content/writing/fields.ts";
import { listMediaOf } from "../db/read/media.ts";
import {
  findRendered,
  findWriting,
  findWritingSettings,
  type WritingRow,
} from "../db/read/writing.ts";
import { keysIn } from "../db/write/media/uses.ts";
import { type Answer, siteOf, stillPage } from "./answers.tsx";
import { invalidLink, signedBy } from "./links/invalid.tsx";
import type { VisitorHandler } from "./visitors/route.ts";

/** The page behind the link to a draft: what was typed last, for whoever has the link. Nothing keeps it. */
export const showPreview: VisitorHandler = async ({ key }, visitor) => {
  const signed = await signedBy(key, "preview", visitor);
  const row = signed && (await findWriting(visitor.env.DB, Number(signed.of)));
  if (!row) return invalidLink(visitor);
  const { fields, format } = workingCopy(row);
  return answerDraft(visitor, row, { fields, format });
};

interface Place
  extends Pick<Parameters<VisitorHandler>[1], "reader" | "origin" | "indexed" | "now"> {
  readonly env: { readonly DB: D1Database };
}

/** The page of a post with these fields instead of its own. Throws where they cannot be published as they are. */
export async function answerDraft(
  place: Place,
  row: WritingRow,
  copy: { readonly fields: PostFields; readonly format: Format },
): Promise<Answer> {
  const { env, now } = place;
  const [settings, rendered] = await Promise.all([
    findWritingSettings(env.DB),
    findRendered(env.DB, row.id),
    place.reader.site ? null : place.reader.batch([]),
  ]);
  // What renders is loaded when somebody writes.
  const { previewOf } = await import("../content/writing/preview.ts");
  const { coverOf } = await import("../content/writing/cover.ts");
  const cover = await coverOf(env.DB, copy.fields.cover);
  const media = await listMediaOf(env.DB, keysIn([copy.fields.markdown]));
  return answerPreview(place, previewOf({ row, rendered, copy, settings, cover, media, now }));
}

function answerPreview(place: Place, post: Post): Answer {
  const site = { ...siteOf(place as never), indexed: false };
  const shown = { site, post, comments: [], commentPage: { page: 1, pages: 1 } };
  const vnode =
    post.kind === "page" ? (
      <StaticPage {...shown} />
    ) : (
      <PostPage {...shown} previous={null} next={null} />
    );
  return stillPage(vnode);
}
