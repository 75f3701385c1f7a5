import { useState } from "preact/hooks";
import type { Media, MediaAbout } from "../../admin-api/media.ts";
import { ask } from "../api.ts";
import { Button } from "../parts/button.tsx";
import { useConfirm } from "../parts/confirm.tsx";
import { Copy } from "../parts/copy.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { AreaField, TextField } from "../parts/fields.tsx";
import { toast } from "../parts/toasts.tsx";
import { type Problem, toProblem } from "../problem.ts";
import { useWords } from "../words.ts";
import { addressOf, markdownOf } from "./addresses.ts";
import { Facts, Preview } from "./facts.tsx";
import { mediaSentence, WORDS } from "./media-words.ts";
import { Uses } from "./uses.tsx";

interface Props {
  readonly media: Media;
  readonly onClose: () => void;
  readonly onChanged: (media: Media) => void;
  readonly onRemoved: (key: string) => void;
}

/** One file: how it looks, what is read out for it, where it is shown. */
export function MediaDetail({ media, onClose, onChanged, onRemoved }: Props) {
  const words = useWords(WORDS);
  return (
    <Dialog title={media.name} onClose={onClose} wide>
      <div class="media-detail">
        <div>
          <Preview media={media} />
          <Facts media={media} />
        </div>
        <div>
          {media.own ? (
            <AboutForm media={media} onChanged={onChanged} />
          ) : (
            <p class="hint">{words.others}</p>
          )}
          <Copy label={words.markdown} text={markdownOf(media)} />
          <Copy label={words.address} text={addressOf(media)} />
          <Uses media={media} />
          {media.own && <Remove media={media} onRemoved={onRemoved} />}
        </div>
      </div>
    </Dialog>
  );
}

function AboutForm({ media, onChanged }: Pick<Props, "media" | "onChanged">) {
  const words = useWords(WORDS);
  const shell = useWords();
  const [about, setAbout] = useState<MediaAbout>({ name: media.name, alt: media.alt });
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    setProblem(null);
    try {
      const path = `/api/media/${media.key}/about`;
      const changed = await ask<Media>(path, { method: "PUT", body: about });
      setAbout({ name: changed.name, alt: changed.alt });
      onChanged(changed);
      toast(shell.saved);
    } catch (error) {
      setProblem(toProblem(error));
    }
    setBusy(false);
  };
  const errorOf = (field: string) =>
    problem?.field === field ? mediaSentence(problem, words, shell) : null;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      {media.type.startsWith("image/") && (
        <AreaField
          label={words.alt}
          hint={words.altHint}
          error={errorOf("alt")}
          rows={3}
          value={about.alt}
          onInput={(alt) => setAbout({ ...about, alt })}
        />
      )}
      <TextField
        label={words.name}
        error={errorOf("name")}
        value={about.name}
        onInput={(name) => setAbout({ ...about, name })}
      />
      {problem && !problem.field && <p class="error">{mediaSentence(problem, words, shell)}</p>}
      <Button look="main" type="submit" busy={busy}>
        {shell.save}
      </Button>
    </form>
  );
}

function Remove({ media, onRemoved }: Pick<Props, "media" | "onRemoved">) {
  const words = useWords(WORDS);
  const shell = useWords();
  const [confirm, dialog] = useConfirm();
  const remove = async () => {
    const { name, key } = media;
    const question = { title: words.removeTitle(name), text: words.removeText, yes: words.remove };
    if (!(await confirm({ ...question, danger: true }))) return;
    try {
      await ask(`/api/media/${key}`, { method: "DELETE" });
      toast(words.removed(name));
      onRemoved(key);
    } catch (error) {
      toast(mediaSentence(toProblem(error), words, shell));
    }
  };
  if (media.usedIn > 0) return null;
  return (
    <>
      <Button look="danger" onClick={remove}>
        {words.remove}
      </Button>
      {dialog}
    </>
  );
}
