import { useMe } from "../../me.ts";
import { useWords } from "../../words.ts";
import { WORDS } from "../words.ts";

/** What a pattern of addresses makes of a post that is published today. */
export function Example({ pattern }: { readonly pattern: string }) {
  const words = useWords(WORDS);
  const { blog, slug } = useMe();
  const path = examplePath(pattern, {
    ...{ day: today(blog.timeZone), slug: words.exampleSlug, author: slug },
    category: words.exampleCategory,
  });
  return (
    <>
      {words.permalinkHint} {words.permalinkExample}: <code>{blog.origin + path}</code>
    </>
  );
}

interface Facts {
  /** "2026-01-31" */
  readonly day: string;
  readonly slug: string;
  readonly category: string;
  readonly author: string;
}

/** A name that the pattern does not know stays as it is. */
export function examplePath(pattern: string, { day: date, ...names }: Facts): string {
  const [year, month, day] = date.split("-");
  const known: Readonly<Record<string, string | undefined>> = { year, month, day, ...names };
  return pattern.replaceAll(/:([a-z]+)/g, (whole, name: string) => known[name] ?? whole);
}

const today = (timeZone: string): string =>
  new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short" }).format(new Date());
