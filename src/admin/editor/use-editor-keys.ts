import { useEffect, useMemo, useRef } from "preact/hooks";
import { type Shortcut, useShortcuts } from "../keys.ts";
import { useDesk } from "./desk.ts";

interface EditorKeys {
  save(): void;
  preview(): void;
  publish(): void;
}

/** Keys that work wherever in the editor somebody is. */
export function useEditorKeys(keys: EditorKeys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useListed();
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

/** Says in the list of all keys what works in the editor; the editor listens to them itself. */
function useListed(): void {
  const { keys } = useDesk().words;
  const listed = useMemo((): Shortcut[] => {
    const pairs: [string, string][] = [
      ["S", keys.save],
      ["Enter", keys.publish],
      ["Shift+E", keys.preview],
      ["B", keys.bold],
      ["I", keys.italic],
      ["E", keys.code],
      ["K", keys.link],
    ];
    const named = pairs.map(([key, does]) => ({ keys: `${keys.control}+${key}`, does }));
    return [...named, { keys: "Esc Tab", does: keys.leave }].map((one) => ({ ...one, run() {} }));
  }, [keys]);
  useShortcuts(listed);
}
