import { FEED_FORMATS, feedPath, permalink } from "../addresses.ts";
import type { Path } from "../model.ts";

/** A feed as pages name it: what it holds, and the path below which its formats stand. */
export interface FeedLink {
  readonly title: string;
  readonly base: Path;
}

interface Props {
  readonly feeds: readonly FeedLink[];
}

/** For programs: every format of each feed, in the head of a page. */
export const FeedDiscovery = ({ feeds }: Props) => (
  <>
    {feeds.flatMap(({ title, base }) =>
      FEED_FORMATS.map(({ file, name, type }) => (
        <link
          key={base + file}
          rel="alternate"
          type={type}
          title={`${title} (${name})`}
          href={permalink(feedPath(base, file))}
        />
      )),
    )}
  </>
);

/** For people: a line for each feed, with its formats. */
export const FeedList = ({ feeds }: Props) => (
  <ul>
    {feeds.map(({ title, base }) => (
      <li key={base}>
        {title}:{" "}
        {FEED_FORMATS.map(({ file, name, type }, at) => (
          <>
            {at > 0 && ", "}
            <a href={permalink(feedPath(base, file))} type={type}>
              {name}
            </a>
          </>
        ))}
      </li>
    ))}
  </ul>
);
