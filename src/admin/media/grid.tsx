import type { TargetedKeyboardEvent } from "preact";
import type { Media } from "../../admin-api/media.ts";
import { useLang, useWords } from "../words.ts";
import { previewOf } from "./addresses.ts";
import { WORDS } from "./media-words.ts";
import { sizeText, timeText } from "./units.ts";

interface Props {
  readonly items: readonly Media[];
  readonly onChoose: (media: Media) => void;
}

/** Files as tiles. Arrows go from one to the next, and a press opens one. */
export const MediaGrid = ({ items, onChoose }: Props) => (
  <ul class="media-grid" onKeyDown={moveFocus}>
    {items.map((media) => (
      <li key={media.key}>
        <Tile media={media} onChoose={onChoose} />
      </li>
    ))}
  </ul>
);

function Tile({ media, onChoose }: { media: Media; onChoose: Props["onChoose"] }) {
  const words = useWords(WORDS);
  const lang = useLang();
  const isPicture = media.type.startsWith("image/");
  return (
    <button type="button" class="media-tile" onClick={() => onChoose(media)}>
      {isPicture ? (
        <img src={previewOf(media)} alt={media.alt} loading="lazy" decoding="async" />
      ) : (
        <span class="media-tile-kind" aria-hidden="true">
          {media.type.split("/")[1]}
        </span>
      )}
      <span class="media-tile-name">{media.name}</span>
      <span class="media-tile-about">
        {media.seconds ? timeText(media.seconds) : sizeText(media.bytes, lang)}
        {isPicture && !media.alt && <strong> · {words.altMissing}</strong>}
      </span>
    </button>
  );
}

const STEPS: Readonly<Record<string, (columns: number) => number>> = {
  ArrowLeft: () => -1,
  ArrowRight: () => 1,
  ArrowUp: (columns) => -columns,
  ArrowDown: (columns) => columns,
};

function moveFocus(event: TargetedKeyboardEvent<HTMLUListElement>): void {
  const step = STEPS[event.key];
  const tiles = [...event.currentTarget.querySelectorAll<HTMLElement>(".media-tile")];
  const at = tiles.indexOf(document.activeElement as HTMLElement);
  if (!step || at < 0) return;
  const next = tiles[at + step(columnsOf(tiles))];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

/** As many as stand as high as the first. */
const columnsOf = ([first, ...rest]: readonly HTMLElement[]): number =>
  1 + rest.filter(({ offsetTop }) => offsetTop === first?.offsetTop).length;
