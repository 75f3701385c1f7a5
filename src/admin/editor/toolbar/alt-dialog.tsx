import { useState } from "preact/hooks";
import { Field } from "../../parts/fields.tsx";
import { type Picture, pictureAddress, useDesk } from "../desk.ts";
import { Modal } from "../parts/modal.tsx";

interface AltDialogProps {
  readonly picture: Picture;
  /** "" for a picture that only decorates. */
  readonly onSet: (alt: string) => void;
}

/** Asks what a picture shows, for all who do not see it. Nothing is said only by saying so. */
export function AltDialog({ picture, onSet }: AltDialogProps) {
  const { words } = useDesk();
  const [alt, setAlt] = useState(picture.alt);
  const [isDecorative, setDecorative] = useState(false);
  const [isAsked, setAsked] = useState(false);
  const set = (event: Event) => {
    event.preventDefault();
    if (isDecorative) onSet("");
    else if (alt.trim()) onSet(alt.trim());
    else setAsked(true);
  };
  return (
    <Modal title={words.picture.title} onClose={null}>
      <form onSubmit={set}>
        <img class="ed-thumb" src={pictureAddress(picture)} alt="" />
        <Field label={words.picture.alt} error={isAsked ? words.picture.needed : null}>
          {(control) => (
            <textarea
              {...control}
              rows={2}
              maxLength={500}
              disabled={isDecorative}
              value={alt}
              onInput={(event) => setAlt(event.currentTarget.value)}
            />
          )}
        </Field>
        <label class="ed-check">
          <input
            type="checkbox"
            checked={isDecorative}
            onChange={(event) => setDecorative(event.currentTarget.checked)}
          />
          {words.picture.decorative}
        </label>
        <footer>
          <button type="submit" class="button main">
            {words.picture.set}
          </button>
        </footer>
      </form>
    </Modal>
  );
}
