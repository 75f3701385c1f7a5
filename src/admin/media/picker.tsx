import { useState } from "preact/hooks";
import type { Media } from "../../admin-api/media.ts";
import { Dialog } from "../parts/dialog.tsx";
import { useWords } from "../words.ts";
import { ChooseFiles } from "./choose-files.tsx";
import { Found } from "./found.tsx";
import { useLibrary } from "./library.ts";
import { WORDS } from "./media-words.ts";
import { MediaSearch } from "./search.tsx";
import { UploadList, useUploads } from "./uploads.tsx";

interface Props {
  readonly type: "image" | "audio";
  /** One that was there, or one that has just been uploaded. */
  readonly onChoose: (media: Media) => void;
  readonly onClose: () => void;
}

/** Asks for a file of the library, or for a new one. */
export function MediaPicker({ type, onChoose, onClose }: Props) {
  const words = useWords(WORDS);
  const [typed, setTyped] = useState("");
  const library = useLibrary(typed.trim(), type);
  const uploads = useUploads((media) => {
    if (media.type.startsWith(type)) onChoose(media);
    else library.put(media);
  });
  const title = type === "image" ? words.choosePicture : words.chooseSound;
  return (
    <Dialog title={title} onClose={onClose} wide>
      <div class="media-picker">
        <div class="row">
          <ChooseFiles accept={`${type}/*`} onFiles={uploads.add} />
        </div>
        <UploadList uploads={uploads} />
        <MediaSearch words={typed} onWords={setTyped} kind={type} />
        <Found library={library} isSearch={typed.trim() !== ""} onChoose={onChoose} />
      </div>
    </Dialog>
  );
}
