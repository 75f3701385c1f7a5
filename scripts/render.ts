// npm run render: makes the HTML of all posts and comments of the local blog anew, after a change of the renderer.
import { parseArgs } from "node:util";
import { type RenderedAgain, renderAgain } from "../worker/content/render-again.ts";
import { countHtml } from "../worker/db/write/rendered.ts";
import { openLocal } from "./local.ts";
import { tellServer } from "./written.ts";

/** Milliseconds between two lines about how far it has come. */
const LINE_MS = 5_000;

const dir = readDir();
const local = await openLocal(dir);
try {
  const now = `${new Date().toISOString().slice(0, 19)}Z`;
  const done = await renderAgain(local.env.DB, now, nowAndThen());
  if (!dir) tellServer();
  console.log(`\n${countOf(done)} rendered, ${done.changed} of them changed.`);
  if (done.left.length > 0)
    console.log(
      `Left as they are, since their pictures could not be found again; publish their files:\n  ${done.left.join("\n  ")}`,
    );
  const html = await countHtml(local.env.DB);
  if (html.posts + html.comments > 0)
    console.log(`${countOf(html)} that came as HTML stay as they are.`);
} finally {
  await local.dispose();
}

function readDir(): string | undefined {
  try {
    return parseArgs({ options: { "persist-to": { type: "string" } } }).values["persist-to"];
  } catch {
    console.error("That is not understood. It goes like this: npm run render");
    process.exit(1);
  }
}

function nowAndThen(): (done: RenderedAgain) => void {
  let said = Date.now();
  return (done) => {
    if (Date.now() - said < LINE_MS) return;
    said = Date.now();
    console.log(`${countOf(done)} so far`);
  };
}

function countOf({ posts, comments }: { posts: number; comments: number }): string {
  return `${posts} ${posts === 1 ? "post" : "posts"} and ${comments} ${comments === 1 ? "comment" : "comments"}`;
}
