import * as schemas from "../../../../src/admin-api/frame.ts";
import { sendOwed } from "../../../cache/owed.ts";
import { type FrameDraft, findFrame, writeFrame } from "../../../db/write/frame.ts";
import { listCategories } from "../../../db/write/terms.ts";
import { FieldError } from "../../../errors.ts";
import { readAs } from "../body.ts";
import type { ApiContext, ApiHandler } from "../route.ts";

const MAX_BYTES = 300_000;

/** Navigation, sidebar, foot and blogroll, as they are set. */
export const showFrame: ApiHandler = async (_request, { env }) => frameOf(env.DB);

/** Sets what is named; the rest stays, and every page shows it. */
export const putFrame: ApiHandler = async (request, context) => {
  const typed = await readAs(request, MAX_BYTES, schemas.frameChange);
  const { env, now } = context;
  await env.DB.batch(writeFrame(env.DB, await draftOf(typed, context), now));
  await sendOwed(env.DB, env.REFRESH);
  return frameOf(env.DB);
};

async function draftOf(typed: schemas.FrameChange, { env }: ApiContext): Promise<FrameDraft> {
  const { navigation, sidebar, footer, blogroll } = typed;
  return {
    ...(navigation && {
      navigation: {
        order: navigation.map(({ id }) => id),
        hidden: navigation.filter(({ shown }) => !shown).map(({ id }) => id),
      },
    }),
    ...(sidebar && { sidebar: await blocksOf(sidebar, env.DB) }),
    ...(footer && { footer }),
    ...(blogroll && { blogroll: blogroll.map((link) => ({ ...link, url: link.url ?? "" })) }),
  };
}

/** A text is rendered when it is set, as a post is; a column must be there. */
async function blocksOf(blocks: readonly schemas.Block[], db: D1Database): Promise<unknown[]> {
  const categories = await listCategories(db);
  const { renderMarkdown } = await import("../../../content/markdown.ts");
  return blocks.map((block) => {
    if (block.kind === "category" && !categories.some(({ slug }) => slug === block.slug))
      throw new FieldError("sidebar", "choice", `There is no category "${block.slug}".`);
    if (block.kind !== "text") return block;
    return { ...block, html: renderMarkdown(block.markdown, { lang: "", path: "/" }).html };
  });
}

async function frameOf(db: D1Database): Promise<schemas.Frame> {
  const { pages, blogroll, sidebar, footer, hidden } = await findFrame(db);
  const top = pages.filter(({ slug }) => !footer.includes(slug));
  return {
    navigation: top.map(({ id, title, path }) => ({
      id,
      title,
      path,
      shown: !hidden.includes(id),
    })),
    sidebar: (sidebar as (schemas.Block & { html?: string })[]).map(shownBlock),
    footer: [...footer],
    blogroll: [...blogroll],
  };
}

/** A text that came with an import, or with the demo, has HTML alone, which Markdown may be. */
function shownBlock({ html, ...block }: schemas.Block & { html?: string }): schemas.Block {
  return block.kind === "text" ? { ...block, markdown: block.markdown ?? html ?? "" } : block;
}
