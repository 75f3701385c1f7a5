import { permalink } from "../../src/addresses.ts";
import { mediaAt } from "../../src/media/at-origin.ts";
import type { Html, Path } from "../../src/model.ts";

/** A tag as `worker/content/html.ts` writes it: attributes in double quotes, nothing unescaped in between. */
const TAG = /<[a-z][a-z0-9]*(?: [a-z-]+(?:="[^"]*")?)+>/g;
const ADDRESS = / (href|src|srcset|poster|cite)="([/#][^"]*)"/g;

export interface Origins {
  /** "https://blog.example" */
  readonly origin: string;
  /** The bucket's own address, where it has one. */
  readonly mediaOrigin?: string | undefined;
}

/** The same markup with every address absolute, for readers that show it elsewhere. */
export const absoluteHtml = (html: Html, { origin, mediaOrigin }: Origins, path: Path): string =>
  mediaAt(html, mediaOrigin).replace(TAG, (tag) =>
    tag.replace(ADDRESS, (_whole, name: string, address: string) => {
      const base = address.startsWith("#") ? permalink(path, origin) : origin;
      const rest = name === "srcset" ? address.replaceAll(", /", `, ${origin}/`) : address;
      return ` ${name}="${base}${rest}"`;
    }),
  );
