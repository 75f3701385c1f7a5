import { expect, test } from "vitest";
import { renderComment } from "../../worker/content/comments/markdown.ts";
import { moderateComments } from "../../worker/content/comments/moderate.ts";
import { insertComment } from "../../worker/db/write/comments.ts";
import { AuthorsDesk, DATED, NOW } from "../support/desk.node.ts";

const author = new AuthorsDesk();

/** A note on a passage of the post, approved. */
async function note(text: string, around = { prefix: "", suffix: "" }): Promise<void> {
  const { db } = author.desk;
  const { guid } = await author.post();
  const written = renderComment("Dazu etwas.", { lang: "de", links: () => null });
  await db.batch(
    insertComment(db, {
      ...{ publicId: "note", postGuid: String(guid), parentPublicId: null, kind: "comment" },
      ...{ status: "pending", name: "Roland", url: null, email: null, author: null, title: null },
      ...{ format: "markdown", source: "Dazu etwas.", ...written, lang: null, wpId: null },
      ...{ createdAt: NOW, quote: { text, ...around, block: null } },
    }),
  );
  await moderateComments(db, ["note"], "approve", { now: NOW });
}

const block = async () => (await author.rows("SELECT note_block FROM comments"))[0]?.["note_block"];

const FIRST = "Der erste Absatz handelt vom Wetter.";
const SECOND = "Der zweite handelt von Zügen, die abends fahren, und von Leuten auf Bahnsteigen.";

test("a note follows its passage when the post is saved again", async () => {
  author.write("posts/a.md", DATED, `${FIRST}\n\n${SECOND}`);
  await author.publish();
  await note("Zügen, die abends fahren");
  expect(await block()).toBe(2);
  author.write("posts/a.md", DATED, `${FIRST}\n\n## Zwischentitel\n\nEin neuer.\n\n${SECOND}`);
  await author.publish();
  expect(await block()).toBe(3);
});

test("a passage that was changed a little is found by what is left of it", async () => {
  author.write("posts/a.md", DATED, `${FIRST}\n\n${SECOND}`);
  await author.publish();
  await note(SECOND);
  const changed = SECOND.replace("abends", "nachts").replace("Leuten", "Menschen");
  author.write("posts/a.md", DATED, `${changed}\n\n${FIRST}`);
  await author.publish();
  expect(await block()).toBe(1);
});

test("a passage that is gone leaves its note in the list", async () => {
  author.write("posts/a.md", DATED, `${FIRST}\n\n${SECOND}`);
  await author.publish();
  await note(SECOND);
  author.write("posts/a.md", DATED, `${FIRST}\n\nGanz andere Sätze stehen nun hier.`);
  await author.publish();
  expect(await block()).toBeNull();
  expect(await author.rows("SELECT quote FROM comments")).toEqual([{ quote: SECOND }]);
});

test("of the same words in two paragraphs, those around them say which is meant", async () => {
  const text = "Gestern war es hier kalt und still.\n\nHeute war es hier kalt und laut.";
  author.write("posts/a.md", DATED, text);
  await author.publish();
  await note("war es hier kalt", { prefix: "Heute ", suffix: " und laut." });
  expect(await block()).toBe(2);
});

test("each comment of a post waits where its file says so", async () => {
  author.write("posts/a.md", `${DATED}\ncomments: held`);
  await author.publish();
  expect(await author.post()).toMatchObject({ comments_open: 1, comments_held: 1 });
  author.write("posts/a.md", `${DATED}\ncomments: false`);
  await author.publish();
  expect(await author.post()).toMatchObject({ comments_open: 0, comments_held: 0 });
});
