import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { type ShellWords, de as shellDe } from "../i18n/admin/de/shell.ts";
import { en as shellEn } from "../i18n/admin/en/shell.ts";
import type { InterfaceLang } from "../model.ts";

/** The words of a room in both languages. */
export type Both<Words> = Readonly<Record<InterfaceLang, Words>>;

/** The language of the application. */
export const LangContext = createContext<InterfaceLang>("en");

/** Sets the language that somebody chose, for as long as the application is open; `keepLang` keeps it. */
export const LangChoice = createContext<(lang: InterfaceLang | null) => void>(() => {});

export const useLang = (): InterfaceLang => useContext(LangContext);

/** The words of a room, `useWords(WORDS)` with `const WORDS = { de, en }`; without one, those of the frame around all. */
export function useWords(): ShellWords;
export function useWords<Words>(both: Both<Words>): Words;
export function useWords(both: Both<unknown> = { de: shellDe, en: shellEn }): unknown {
  return both[useLang()];
}

const KEY = "admin.lang";

/** The language that somebody chose in this browser; null where nobody did. */
export function chosenLang(): InterfaceLang | null {
  const kept = localStorage.getItem(KEY);
  return kept === "de" || kept === "en" ? kept : null;
}

/** Null follows the blog. */
export function keepLang(lang: InterfaceLang | null): void {
  if (lang) localStorage.setItem(KEY, lang);
  else localStorage.removeItem(KEY);
}

export const browserLang = (): InterfaceLang => (/^de\b/i.test(navigator.language) ? "de" : "en");
