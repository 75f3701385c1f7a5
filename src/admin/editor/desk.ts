import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { EditorWords } from "../../i18n/admin/de/editor.ts";
import type { InterfaceLang } from "../../model.ts";
import type { Asking } from "../api.ts";

/** Asks the API below /api; rejects with a problem that has `status`, `detail` and, with 409, `current`. */
export type Ask = <T>(path: string, options?: Asking) => Promise<T>;

/** A stored picture. */
export interface Picture {
  readonly key: string;
  readonly name: string;
  readonly width: number | null;
  readonly height: number | null;
  readonly alt: string;
}

/** What every part of the editor needs of the application around it. */
export interface Desk {
  readonly ask: Ask;
  readonly words: EditorWords;
  /** Of the interface. */
  readonly lang: InterfaceLang;
  /** IANA name of the blog's time zone. */
  readonly timeZone: string;
  /** Slug of whoever writes, and whether they may write for others. */
  readonly me: { readonly slug: string; readonly name: string; readonly writesForAll: boolean };
  upload(
    file: File,
    options: { onProgress(fraction: number): void; signal: AbortSignal },
  ): Promise<Picture>;
  /** Says something in passing. */
  tell(sentence: string): void;
}

export const DeskContext = createContext<Desk | null>(null);

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error("The editor stands on a desk.");
  return desk;
}

/** A day and a time, in the blog's zone. */
export const timeText = (utc: string, { lang, timeZone }: Desk): string =>
  new Intl.DateTimeFormat(lang, { dateStyle: "medium", timeStyle: "short", timeZone }).format(
    new Date(utc),
  );

/** What went wrong, as the blog said it, or that something did. */
export function sentenceOf(problem: unknown, { words }: Desk): string {
  const { detail, sentence } = (problem ?? {}) as { detail?: string; sentence?: string };
  return detail || sentence || words.failed;
}

export const pictureAddress = ({ key, name }: Pick<Picture, "key" | "name">): string =>
  `/media/${key}/${encodeURIComponent(name)}`;
