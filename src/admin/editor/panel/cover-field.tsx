import { useRef, useState } from "preact/hooks";
import type { PostFields } from "../../../admin-api/posts.ts";
import { Field } from "../../parts/fields.tsx";
import { pictureAddress, sentenceOf, useDesk } from "../desk.ts";

type Cover = PostFields["cover"];

interface CoverFieldProps {
  readonly cover: Cover;
  readonly onChange: (cover: Cover) => void;
}

/** The picture that stands for a post, and what it shows. */
export function CoverField({ cover, onChange }: CoverFieldProps) {
  const { words } = useDesk();
  const { panel } = words;
  return (
    <fieldset class="ed-field">
      <legend>{panel.cover}</legend>
      {cover ? (
        <>
          <img
            class="ed-thumb"
            src={pictureAddress({ key: cover.key, name: "cover" })}
            alt={cover.alt}
          />
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
      ) : (
        <CoverUpload onChange={onChange} />
      )}
    </fieldset>
  );
}

function CoverUpload({ onChange }: Pick<CoverFieldProps, "onChange">) {
  const desk = useDesk();
  const { words, upload, tell } = desk;
  const input = useRef<HTMLInputElement>(null);
  const [progress, setProgress] = useState<number | null>(null);
  const store = async (file: File) => {
    setProgress(0);
    try {
      const { signal } = new AbortController();
      const { key, alt } = await upload(file, { onProgress: setProgress, signal });
      onChange({ key, alt });
    } catch (problem) {
      tell(`${words.picture.failed(file.name)} ${sentenceOf(problem, desk)}`);
    }
    setProgress(null);
  };
  return (
    <>
      <input
        ref={input}
        {...{
          type: "file",
          accept: "image/*",
          hidden: true,
          "aria-label": words.panel.chooseCover,
        }}
        onChange={({ currentTarget: { files } }) => files?.[0] && void store(files[0])}
      />
      {progress === null ? (
        <button type="button" class="button" onClick={() => input.current?.click()}>
          {words.panel.chooseCover}
        </button>
      ) : (
        <progress value={progress} aria-label={words.panel.chooseCover} />
      )}
    </>
  );
}
