import type { Path } from "../../../src/model.ts";
import { FieldError } from "../../errors.ts";
import { isReservedPath } from "../paths.ts";

/** What a path is made of. */
export interface PathParts {
  readonly kind: "post" | "page";
  readonly slug: string;
  /** YYYY-MM-DD on the blog's clock. */
  readonly day: string;
  /** Slug of the first category. */
  readonly category: string | null;
  readonly author: string;
}

/** The path of a post by the blog's pattern, such as "/:year/:month/:slug/"; of a static page by its slug alone. */
export function pathOf(parts: PathParts, pattern: string): Path {
  const { kind, slug, day, category, author } = parts;
  if (kind === "page") return `/${slug}/`;
  const [year = "", month = "", date = ""] = day.split("-");
  const names: Record<string, string> = { year, month, day: date, slug, author };
  names["category"] = category ?? "blog";
  return pattern.replaceAll(/:([a-z]+)/g, (whole, name: string) => names[name] ?? whole);
}

/** The first of these that no route and no other post has. */
export function freePath(
  make: (slug: string) => Path,
  slug: string,
  taken: ReadonlySet<Path>,
): { readonly path: Path; readonly slug: string } {
  const path = make(slug);
  if (isReservedPath(path))
    throw new FieldError("slug", "reserved", `The path ${path} belongs to the blog.`);
  for (let number = 1; number <= MOST_TRIES; number++) {
    const tried = number === 1 ? slug : `${slug}-${number}`;
    const one = make(tried);
    if (!taken.has(one) && !taken.has(one.replace(/\/$/, ""))) return { path: one, slug: tried };
  }
  throw new FieldError("slug", "taken", "Too many posts have this slug; choose another one.");
}

const MOST_TRIES = 50;

/** All that `freePath` may ask for. */
export const pathsToTry = (make: (slug: string) => Path, slug: string): Path[] =>
  Array.from({ length: MOST_TRIES }, (_, at) =>
    make(at === 0 ? slug : `${slug}-${at + 1}`),
  ).flatMap((path) => [path, path.replace(/\/$/, "")]);
