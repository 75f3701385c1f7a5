import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";
import { useDesk } from "../desk.ts";

interface ModalProps {
  readonly title: string;
  /** What the style sheet knows it by. */
  readonly kind?: "wide" | "sheet";
  /** Null: it has to be decided. */
  readonly onClose: (() => void) | null;
  readonly children: ComponentChildren;
}

/** A dialog over the page; the keyboard stays in it, and Escape closes it. */
export function Modal({ title, kind, onClose, children }: ModalProps) {
  const { words } = useDesk();
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    // Closed, and not only taken away, it gives the keyboard back to where it was.
    return () => shown?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      class={`ed-modal ${kind ?? ""}`}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault();
        onClose?.();
      }}
    >
      <header>
        <h2 id={heading}>{title}</h2>
        {onClose && (
          <button type="button" class="ed-icon" aria-label={words.close} onClick={onClose}>
            ×
          </button>
        )}
      </header>
      {children}
    </dialog>
  );
}
