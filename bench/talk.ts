// Comments as the bench sends and renders them.
import { build } from "esbuild";
import type { Target } from "./load.ts";
import { median } from "./report.ts";

/** Words of a comment. */
const WORDS =
  "das stimmt so nicht ganz denn am bahnhof war es abends anders und niemand wusste warum".split(
    " ",
  );

/** Comments of 80 words with a link and an emphasis, each another, below many posts. */
export const commentsTo = (url: URL, posts: number): Target => ({
  name: "comment",
  url,
  paths: ["/comments"],
  headers: "Content-Type: application/json\r\n",
  status: 201,
  body: (request) =>
    JSON.stringify({
      post: `/p/${(request % posts) + 1}/`,
      name: `Name ${request}`,
      text: textOf(request),
      submission: `${Math.random()}`.slice(2).padStart(22, "b").slice(-22),
    }),
});

function textOf(request: number): string {
  const words = Array.from({ length: 80 }, (_, at) => WORDS[(at * 7 + request * 3) % WORDS.length]);
  return `${words.join(" ")} *${request}*, siehe https://anderswo.example/${request} und #7.`;
}

/** Milliseconds in which a post's page of 200 comments is rendered; the median of many. */
export async function timeOfTwoHundred(): Promise<number> {
  const outfile = "dist/bench/two-hundred.js";
  await build({
    ...{ entryPoints: ["bench/two-hundred.tsx"], outfile, bundle: true, format: "esm" },
    ...{ jsx: "automatic", jsxImportSource: "preact", minify: true, platform: "node" },
    define: { "process.env.NODE_ENV": '"production"' },
  });
  const { renderTwoHundred } = await import(`../${outfile}`);
  const times: number[] = [];
  for (let time = 0; time < 300; time++) {
    const begun = performance.now();
    renderTwoHundred();
    times.push(performance.now() - begun);
  }
  // The first ones warm up.
  return median(times.slice(100));
}
