import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { Media, MediaList } from "../../admin-api/media.ts";
import { ask } from "../api.ts";
import { type Problem, toProblem } from "../problem.ts";

export type Kind = "all" | "image" | "audio" | "other";

interface Found {
  /** Null until the first answer. */
  readonly items: readonly Media[] | null;
  readonly next: string | null;
  readonly problem: Problem | null;
}

/** Milliseconds after the last letter. */
const CALM_MS = 250;
const NOTHING: Found = { items: null, next: null, problem: null };

/** The files of the library that fit, and what changes them here after the blog said so. */
export function useLibrary(words: string, kind: Kind) {
  const [found, setFound] = useState<Found>(NOTHING);
  const running = useRef(new AbortController());
  const load = useCallback(
    async (after: string | null) => {
      running.current.abort();
      const asking = new AbortController();
      running.current = asking;
      const { signal } = asking;
      try {
        const page = await askPage({ words, kind, after, signal });
        setFound((before) => ({
          items: after ? joined(before.items ?? [], page.items) : page.items,
          ...{ next: page.next, problem: null },
        }));
      } catch (error) {
        if (!signal.aborted) setFound((before) => ({ ...before, problem: toProblem(error) }));
      }
    },
    [words, kind],
  );
  useEffect(() => {
    const timer = setTimeout(() => load(null), words ? CALM_MS : 0);
    return () => {
      clearTimeout(timer);
      running.current.abort();
    };
  }, [load, words]);
  const put = (media: Media) =>
    setFound((now) => ({ ...now, items: withOne(now.items ?? [], media) }));
  const drop = (key: string) =>
    setFound((now) => ({ ...now, items: (now.items ?? []).filter((one) => one.key !== key) }));
  return { ...found, more: () => load(found.next), again: () => load(null), put, drop };
}

interface Question {
  readonly words: string;
  readonly kind: Kind;
  readonly after: string | null;
  readonly signal: AbortSignal;
}

/** A page may be empty though more fits: the blog looks through so many files at once. */
async function askPage({ words, kind, after, signal }: Question): Promise<MediaList> {
  const query = new URLSearchParams({ q: words });
  if (kind !== "all") query.set("type", kind);
  for (let from = after; ; ) {
    if (from) query.set("after", from);
    const page = await ask<MediaList>(`/api/media?${query}`, { signal });
    if (page.items.length > 0 || page.next === null) return page;
    from = page.next;
  }
}

const joined = (before: readonly Media[], more: readonly Media[]): Media[] => {
  const known = new Set(before.map(({ key }) => key));
  return [...before, ...more.filter(({ key }) => !known.has(key))];
};

/** In its place where it is there already, else in front. */
const withOne = (items: readonly Media[], media: Media): Media[] =>
  items.some(({ key }) => key === media.key)
    ? items.map((one) => (one.key === media.key ? media : one))
    : [media, ...items];
