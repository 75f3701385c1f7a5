import { useEffect, useState } from "preact/hooks";
import { useDesk } from "../desk.ts";

export interface Tag {
  readonly slug: string;
  readonly name: string;
  readonly posts: number;
}

export interface Category extends Tag {
  /** Slug; null at the top. */
  readonly parent: string | null;
}

export interface Terms {
  readonly tags: readonly Tag[];
  readonly categories: readonly Category[];
}

/** The tags and categories that are there; none until they have come. */
export function useTerms(): Terms {
  const { ask } = useDesk();
  const [terms, setTerms] = useState<Terms>({ tags: [], categories: [] });
  useEffect(() => {
    ask<Terms>("/terms").then(setTerms, () => {});
  }, []);
  return terms;
}

/** Tags that fit what was typed and are not there yet: those that begin so first, then the most used. */
export function suggest(
  known: readonly Tag[],
  taken: readonly string[],
  typed: string,
): readonly Tag[] {
  const wanted = typed.trim().toLocaleLowerCase();
  if (!wanted) return [];
  const begins = ({ name }: Tag) => Number(name.toLocaleLowerCase().startsWith(wanted));
  return known
    .filter(({ name }) => name.toLocaleLowerCase().includes(wanted) && !hasTag(taken, name))
    .sort((one, other) => begins(other) - begins(one) || other.posts - one.posts)
    .slice(0, MOST);
}

export const hasTag = (tags: readonly string[], name: string): boolean =>
  tags.some((tag) => tag.toLocaleLowerCase() === name.trim().toLocaleLowerCase());

const MOST = 8;
