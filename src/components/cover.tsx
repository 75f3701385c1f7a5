import { permalink } from "../addresses.ts";
import type { Cover, Path } from "../model.ts";

/** Where a file of the blog's own stands. */
export const mediaPath = ({ key, name }: Pick<Cover, "key" | "name">): Path =>
  `/media/${key}/${name}`;

/** The picture above a post: it is what a reader sees first, so nothing waits for it and it waits for nothing. */
export const CoverFigure = ({ cover }: { cover: Cover | null }) =>
  cover && (
    <figure class="cover">
      <img
        class="u-photo"
        src={permalink(mediaPath(cover))}
        alt={cover.alt}
        width={cover.width}
        height={cover.height}
        fetchpriority="high"
      />
    </figure>
  );
