import { permalink } from "../../src/addresses.ts";
import type { Html, Path } from "../../src/model.ts";

/** A tag as `worker/content/html.ts` writes it: attributes in double quotes, nothing unescaped in between. */
const TAG = /<[a-z][a-z0-9]*(?: [a-z-]+(?:="[^"]*")?)+>/g;
const ADDRESS = / (href|src|poster|cite)="([/#][^"]*)"/g;

/** The same markup with every address absolute, for readers that show it elsewhere. */
export const absoluteHtml = (html: Html, origin: string, path: Path): string =>
  html.replace(TAG, (tag) =>
    tag.replace(ADDRESS, (_whole, name: string, address: string) => {
      const base = address.startsWith("#") ? permalink(path, origin) : origin;
      return ` ${name}="${base}${address}"`;
    }),
  );
