import { useEffect } from "preact/hooks";

export interface Shortcut {
  /** "n", "?", or one after the other: "g p". */
  readonly keys: string;
  /** In words, for the list of all. */
  readonly does: string;
  readonly run: (event: KeyboardEvent) => void;
  /** Whether it works where the focus is; without, everywhere. */
  readonly when?: (event: KeyboardEvent) => boolean;
}

/** The latest come first: a page's own before those of the frame. */
const active: (readonly Shortcut[])[] = [];

/** Keys that work while a page is there, and nobody types or answers a dialog. */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  useEffect(() => {
    active.unshift(shortcuts);
    return () => {
      active.splice(active.indexOf(shortcuts), 1);
    };
  }, [shortcuts]);
}

/** All that work now, for whoever asks. */
export const shortcutsNow = (): readonly Shortcut[] => active.flat();

/** Milliseconds that the second key of two has. */
const PATIENCE_MS = 1_500;

/** Listens to the keys of the whole page; gives what ends it. */
export function listenToKeys(): () => void {
  let before = { key: "", at: 0 };
  const pressed = (event: KeyboardEvent) => {
    if (!isOn() || isTyping(event) || document.querySelector("dialog[open]")) return;
    const pair = event.timeStamp - before.at < PATIENCE_MS ? `${before.key} ${event.key}` : "";
    const all = shortcutsNow().filter(({ when }) => !when || when(event));
    const found =
      all.find(({ keys }) => keys === pair) ?? all.find(({ keys }) => keys === event.key);
    before = found ? { key: "", at: 0 } : { key: event.key, at: event.timeStamp };
    if (!found) return;
    event.preventDefault();
    found.run(event);
  };
  addEventListener("keydown", pressed);
  return () => removeEventListener("keydown", pressed);
}

function isTyping({
  target,
  ctrlKey,
  metaKey,
  altKey,
  isComposing,
  defaultPrevented,
}: KeyboardEvent) {
  if (ctrlKey || metaKey || altKey || isComposing || defaultPrevented) return true;
  const element = target as HTMLElement;
  if (element.isContentEditable || element.matches("textarea, select")) return true;
  return element.matches("input:not([type=checkbox], [type=radio], [type=button])");
}

const KEY = "admin.keys";

/** Single letters are in the way of whoever speaks to a computer: they can be switched off. */
export const isOn = (): boolean => localStorage.getItem(KEY) !== "off";

export function switchKeys(on: boolean): void {
  if (on) localStorage.removeItem(KEY);
  else localStorage.setItem(KEY, "off");
}
