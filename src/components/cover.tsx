import { permalink } from "../addresses.ts";
import type { Cover, Site } from "../model.ts";

type Home = Pick<Site, "origin" | "mediaOrigin">;

/** The whole address of a file of the blog's own. */
export const mediaAddress = (
  { origin, mediaOrigin }: Home,
  { key, name }: Pick<Cover, "key" | "name">,
): string => (mediaOrigin ? `${mediaOrigin}/${key}` : permalink(`/media/${key}/${name}`, origin));

/** The picture above a post: it is what a reader sees first, so nothing waits for it and it waits for nothing. */
export const CoverFigure = ({ site, cover }: { site: Home; cover: Cover | null }) =>
  cover && (
    <figure class="cover">
      <img
        class="u-photo"
        src={mediaAddress({ ...site, origin: "" }, cover)}
        alt={cover.alt}
        width={cover.width}
        height={cover.height}
        fetchpriority="high"
      />
    </figure>
  );
