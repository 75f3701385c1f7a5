import { FieldError } from "../../errors.ts";
import { isReservedPath } from "../paths.ts";

/** What a pattern is made of. */
const NAMES = ["year", "month", "day", "slug", "category", "author"];

const wrong = (reason: string, sentence: string) => new FieldError("permalink", reason, sentence);

/** A pattern of paths such as "/:year/:month/:slug/", if each post can have one by it that no route has. */
export function checkPermalink(pattern: string): string {
  if (!/^\/([\p{L}\p{N}:_-]+\/)+$/u.test(pattern))
    throw wrong("pattern", "A pattern begins and ends with a slash: /:year/:month/:slug/.");
  const names = [...pattern.matchAll(/:([^/:]*)/g)].map(([, name]) => name ?? "");
  const unknown = names.find((name) => !NAMES.includes(name));
  if (unknown !== undefined)
    throw wrong(
      "pattern",
      `":${unknown}" is none of: ${NAMES.map((name) => `:${name}`).join(", ")}.`,
    );
  if (names.filter((name) => name === "slug").length !== 1)
    throw wrong("slug", "A pattern has :slug once, so that each post has an address of its own.");
  if (isReservedPath(pattern.replaceAll(/:[a-z]+/g, "x")))
    throw wrong("reserved", `The blog itself answers at ${pattern}.`);
  return pattern;
}
