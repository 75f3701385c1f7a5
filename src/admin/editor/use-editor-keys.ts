import { useEffect, useRef } from "preact/hooks";

interface EditorKeys {
  save(): void;
  preview(): void;
  publish(): void;
}

/** Keys that work wherever in the editor somebody is. */
export function useEditorKeys(keys: EditorKeys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const run = runOf(event, latest.current);
      // A dialog has its own keys.
      if (!run || document.querySelector("dialog[open]")) return;
      event.preventDefault();
      run();
    };
    window.addEventListener("keydown", press, true);
    return () => window.removeEventListener("keydown", press, true);
  }, []);
}

function runOf(event: KeyboardEvent, keys: EditorKeys): (() => void) | null {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return null;
  if (event.key === "s") return keys.save;
  if (event.key === "Enter") return keys.publish;
  return event.shiftKey && event.key.toLowerCase() === "e" ? keys.preview : null;
}
