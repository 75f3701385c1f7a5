import { nameSkeleton } from "./name.ts";

/** A text as its words, for lists that an author keeps: small letters, without marks. */
export interface Words {
  readonly single: ReadonlySet<string>;
  /** All in order, with a blank before and after each. */
  readonly line: string;
}

export const wordsOf = (text: string): Words => {
  const words = fold(text);
  return { single: new Set(words), line: ` ${words.join(" ")} ` };
};

/** The first listed word or phrase that a text has, whole; whatever else a list holds means nothing special. */
export const findWord = (listed: readonly string[], words: Words): string | null =>
  listed.find((entry) => {
    const parts = fold(entry);
    const [first] = parts;
    if (first === undefined) return false;
    return parts.length === 1
      ? words.single.has(first)
      : words.line.includes(` ${parts.join(" ")} `);
  }) ?? null;

/** The first listed host that one of these is, or is below of. */
export const findHost = (listed: readonly string[], hosts: readonly string[]): string | null =>
  listed.find((entry) => {
    const host = plainHost(entry);
    return host !== "" && hosts.some((one) => one === host || one.endsWith(`.${host}`));
  }) ?? null;

/** The first listed name that a name could be taken for. */
export const findName = (listed: readonly string[], name: string): string | null => {
  const skeleton = nameSkeleton(name);
  return listed.find((entry) => entry.trim() !== "" && nameSkeleton(entry) === skeleton) ?? null;
};

/** Words in small letters and without marks: "Größe" is "grosse". */
export const fold = (text: string): string[] =>
  text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/ß/g, "ss")
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** An author may have typed an address, or www. */
const plainHost = (entry: string): string => {
  const address = entry.trim();
  const url = URL.parse(/^https?:\/\//i.test(address) ? address : `http://${address}`);
  return url ? url.hostname.replace(/^www\./, "") : "";
};
