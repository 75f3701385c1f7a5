import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { D1Database } from "@cloudflare/workers-types";
import { whileBusy } from "../../scripts/busy.ts";
import { fillEmptyBlog } from "../../scripts/demo.ts";
import { openLocal } from "../../scripts/local.ts";
import { createLink } from "../../scripts/owner/link.ts";
import { renderPostHtml } from "../../worker/content/html.ts";
import type { PostDraft } from "../../worker/db/write/drafts.ts";
import { rebuild } from "../../worker/db/write/rebuild.ts";
import { insertAuthor, insertPost } from "../../worker/db/write/save.ts";
import { type RunningBlog, serveBlog } from "./server.node.ts";

export interface AuthorBlog extends RunningBlog {
  /** What `npm run owner` prints, while the blog is served. */
  readonly ownerLink: () => Promise<string>;
  /** Cron, as if it were so late. */
  readonly runCron: (at?: Date) => Promise<unknown>;
}

/** The demo blog, which nobody owns yet, and a post in HTML that an import brought. */
export async function startAuthorBlog(): Promise<AuthorBlog> {
  const dir = mkdtempSync(join(tmpdir(), "randnotiz-"));
  const local = await fillAuthorBlog(dir);
  const { origin, stop } = await serveBlog(dir);
  return {
    origin,
    ownerLink: () => makeLink(local.env.DB, origin),
    runCron: (at = new Date()) =>
      fetch(`${origin}/cdn-cgi/local/scheduled?time=${at.getTime()}`).then((it) => it.text()),
    async stop() {
      await stop();
      await local.dispose();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

async function fillAuthorBlog(dir: string) {
  const local = await openLocal(dir);
  const { DB, MEDIA } = local.env;
  await fillEmptyBlog(DB, MEDIA);
  await DB.batch([
    insertAuthor(DB, { slug: "ida", name: "Ida" }),
    ...insertPost(DB, importedPost()),
    ...rebuild(DB),
  ]);
  return local;
}

/** What `npm run owner` does while the blog is served: another process with the same database. */
async function makeLink(db: D1Database, origin: string): Promise<string> {
  const wanted = { author: undefined, url: origin, remote: false, now: new Date() };
  const printed = await whileBusy(() => createLink(db, wanted));
  return /^http\S+$/m.exec(printed)?.[0] ?? "";
}

/** As WordPress had it. */
function importedPost(): PostDraft {
  const [publishedAt, path, lang] = ["2009-05-04T08:00:00Z", "/2009/05/altes/", "de"] as const;
  const source = `<p>Ein <strong>alter</strong> Text mit <a href="/archive/">Archiv</a>.</p>
<ul><li>eins</li><li>zwei</li></ul>`;
  return {
    ...{ kind: "post", status: "published", format: "html", author: "ida", title: "Altes" },
    ...{ slug: "altes", guid: "urn:test:altes", path, lang, source, publishedAt },
    ...{ parentGuid: null, menuOrder: 0, tags: [], categories: [], wpId: 7, sticky: false },
    ...{ commentsOpen: true, commentsHeld: false, importing: false, demo: false },
    ...{ createdAt: publishedAt, updatedAt: publishedAt, localDate: "2009-05-04" },
    ...renderPostHtml(source, { lang, path }),
  };
}
