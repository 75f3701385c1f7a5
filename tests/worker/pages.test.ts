import { expect, test } from "vitest";
import {
  draftComment,
  draftPost,
  haveComments,
  havePosts,
  pageText,
  term,
  visit,
} from "../support/blog.ts";

test("a published post answers under its path with its comments", async () => {
  await havePosts(draftPost("hallo", { title: "Hallo", text: "<p>Ein Wort</p>" }));
  await haveComments(draftComment("hallo", "Schön gesagt"));
  const response = await visit("/2010/03/hallo/");
  expect(response.status).toBe(200);
  const html = await response.text();
  expect(html).toContain("Ein Wort");
  expect(html).toContain("Schön gesagt");
  expect(html).toContain("17.03.10, 10:12 Uhr");
});

test("the front page shows it too", async () => {
  await havePosts(draftPost("hallo", { tags: [term("Tag")] }));
  expect(await pageText("/")).toContain("hallo");
});
