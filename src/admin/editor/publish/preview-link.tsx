import { useEffect, useState } from "preact/hooks";
import { Field } from "../../parts/fields.tsx";
import { sentenceOf, timeText, useDesk } from "../desk.ts";
import { Modal } from "../parts/modal.tsx";

interface PreviewLinkProps {
  readonly post: number;
  readonly onClose: () => void;
}

/** Makes an address of the text as it is now, for somebody without a login. */
export function PreviewLink({ post, onClose }: PreviewLinkProps) {
  const desk = useDesk();
  const { ask, words } = desk;
  const [link, setLink] = useState<{ url: string; until: string } | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isCopied, setCopied] = useState(false);
  useEffect(() => {
    const body = {};
    ask<{ url: string; until: string }>(`/posts/${post}/preview-link`, {
      method: "POST",
      body,
    }).then(setLink, (caught) => setProblem(sentenceOf(caught, desk)));
  }, []);
  const copy = async () => {
    await navigator.clipboard.writeText(link?.url ?? "");
    setCopied(true);
  };
  return (
    <Modal title={words.previewLink.title} onClose={onClose}>
      <Field
        label={words.previewLink.hint}
        hint={link ? words.previewLink.until(timeText(link.until, desk)) : ""}
        error={problem}
      >
        {(control) => (
          <input
            {...{ ...control, type: "text", readOnly: true, value: link?.url ?? "" }}
            onFocus={(event) => event.currentTarget.select()}
          />
        )}
      </Field>
      <footer>
        <button type="button" class="button main" disabled={!link} onClick={() => void copy()}>
          {isCopied ? words.previewLink.copied : words.previewLink.copy}
        </button>
      </footer>
    </Modal>
  );
}
