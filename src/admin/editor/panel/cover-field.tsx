import { useState } from "preact/hooks";
import type { PostFields } from "../../../admin-api/posts.ts";
import { MediaPicker } from "../../media/picker.tsx";
import { Field } from "../../parts/fields.tsx";
import { pictureAddress, useDesk } from "../desk.ts";

type Cover = PostFields["cover"];

interface CoverFieldProps {
  readonly cover: Cover;
  readonly onChange: (cover: Cover) => void;
}

/** The picture that stands for a post, and what it shows. */
export function CoverField({ cover, onChange }: CoverFieldProps) {
  const { panel } = useDesk().words;
  const [isChoosing, setChoosing] = useState(false);
  return (
    <fieldset class="ed-field">
      <legend>{panel.cover}</legend>
      {cover && <CoverShown cover={cover} onChange={onChange} />}
      {!cover && (
        <button type="button" class="button" onClick={() => setChoosing(true)}>
          {panel.chooseCover}
        </button>
      )}
      {isChoosing && (
        <MediaPicker
          type="image"
          onChoose={({ key, alt }) => {
            setChoosing(false);
            onChange({ key, alt });
          }}
          onClose={() => setChoosing(false)}
        />
      )}
    </fieldset>
  );
}

interface ShownProps extends CoverFieldProps {
  readonly cover: NonNullable<Cover>;
}

function CoverShown({ cover, onChange }: ShownProps) {
  const { panel } = useDesk().words;
  const src = pictureAddress({ key: cover.key, name: "cover" });
  return (
    <>
      <img class="ed-thumb" src={src} alt={cover.alt} />
      <Field label={panel.coverAlt}>
        {(control) => (
          <input
            {...{ ...control, type: "text", value: cover.alt, maxLength: 500 }}
            onInput={(event) => onChange({ ...cover, alt: event.currentTarget.value })}
          />
        )}
      </Field>
      <button type="button" class="button" onClick={() => onChange(null)}>
        {panel.removeCover}
      </button>
    </>
  );
}
