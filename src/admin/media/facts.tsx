import type { Media } from "../../admin-api/media.ts";
import { Time } from "../parts/time.tsx";
import { useLang, useWords } from "../words.ts";
import { addressOf } from "./addresses.ts";
import { WORDS } from "./media-words.ts";
import { sizeText, timeText } from "./units.ts";

interface Props {
  readonly media: Media;
}

/** The file as readers get it. */
export function Preview({ media }: Props) {
  const { type, width, height, alt, sizes } = media;
  const source = { src: addressOf(media), controls: true, preload: "metadata" } as const;
  if (type.startsWith("audio/")) return <audio {...source} />;
  if (type.startsWith("video/")) return <video {...source} />;
  if (!type.startsWith("image/")) return <a href={source.src}>{media.name}</a>;
  const shown = sizes.find((size) => size.width >= 900) ?? { key: media.key };
  return (
    <img
      class="media-preview"
      src={addressOf({ key: shown.key, name: media.name })}
      alt={alt}
      width={width ?? undefined}
      height={height ?? undefined}
    />
  );
}

/** What is known of it. */
export function Facts({ media }: Props) {
  const words = useWords(WORDS);
  const lang = useLang();
  const { type, bytes, width, height, seconds, sizes, createdAt } = media;
  return (
    <p class="media-facts">
      {type} · {sizeText(bytes, lang)}
      {width && height && <> · {words.pixels(width, height)}</>}
      {seconds && (
        <>
          {" · "}
          {words.duration} {timeText(seconds)}
        </>
      )}
      {sizes.length > 0 && <> · {words.sizes(sizes.length)}</>} · <Time at={createdAt} />
    </p>
  );
}
