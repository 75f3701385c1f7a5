/** A tag as `worker/content/html.ts` writes it: attributes in double quotes, nothing unescaped in between. */
const TAG = /<(?:img|source|audio|video|a) [^>]*>/g;
const ADDRESSES = / (src|srcset|href|poster)="([^"]*)"/g;
/** At the beginning of an address, and of each in a list of them. */
const OURS = /(^|, )\/media\/([0-9a-f]{32})\/[^\s,"]*/g;

/** The same markup, with every file of ours at the bucket's own address; as it is where there is none. */
export const mediaAt = <Markup extends string>(html: Markup, mediaOrigin = ""): Markup =>
  (mediaOrigin === "" || !html.includes("/media/")
    ? html
    : html.replace(TAG, (tag) =>
        tag.replace(
          ADDRESSES,
          (_whole, name: string, addresses: string) =>
            ` ${name}="${addresses.replace(OURS, `$1${mediaOrigin}/$2`)}"`,
        ),
      )) as Markup;
