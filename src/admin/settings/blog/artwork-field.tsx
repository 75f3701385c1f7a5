import { useState } from "preact/hooks";
import { addressOf } from "../../media/addresses.ts";
import { MediaPicker } from "../../media/picker.tsx";
import { Button } from "../../parts/button.tsx";
import { useWords } from "../../words.ts";
import { WORDS } from "../words.ts";

interface Props {
  /** Key of a picture in the library. */
  readonly artwork: string | null;
  readonly onChange: (artwork: string | null) => void;
}

/** The picture that stands for the podcast. */
export function ArtworkField({ artwork, onChange }: Props) {
  const words = useWords(WORDS);
  const shell = useWords();
  const [isChoosing, setChoosing] = useState(false);
  return (
    <fieldset class="field">
      <legend>{words.artwork}</legend>
      {artwork !== null && (
        <img class="artwork" src={addressOf({ key: artwork, name: "artwork" })} alt="" />
      )}
      <div class="row">
        <Button onClick={() => setChoosing(true)}>{words.chooseArtwork}</Button>
        {artwork !== null && <Button onClick={() => onChange(null)}>{shell.remove}</Button>}
      </div>
      <p class="hint">{words.artworkHint}</p>
      {isChoosing && (
        <MediaPicker
          type="image"
          onChoose={({ key }) => {
            setChoosing(false);
            onChange(key);
          }}
          onClose={() => setChoosing(false)}
        />
      )}
    </fieldset>
  );
}
