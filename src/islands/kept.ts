/** A comment of this browser. */
export interface Own {
  readonly id: string;
  readonly token: string;
  readonly post: string;
  readonly parent: string;
  readonly editableUntil: string;
  /** As it was typed, for editing; empty where this browser has not typed it. */
  readonly text?: string;
  /** Whether everybody has been able to see it. */
  readonly approved?: boolean;
}

/** What a form sends. */
export type Fields = Readonly<Record<string, string>> & {
  readonly post: string;
  readonly text: string;
  readonly submission: string;
};

export type Person = Pick<Fields, "name" | "email" | "url">;

/** What this browser keeps between visits. Storage that is full or forbidden keeps nothing, and nothing breaks by it. */
function read<T>(key: string, otherwise: T): T {
  try {
    return JSON.parse(localStorage.getItem(`comments.${key}`) ?? "null") ?? otherwise;
  } catch {
    return otherwise;
  }
}

/** Null takes it away. */
function write(key: string, value: unknown): void {
  try {
    if (value === null) localStorage.removeItem(`comments.${key}`);
    else localStorage.setItem(`comments.${key}`, JSON.stringify(value));
  } catch {
    // See above.
  }
}

const orNull = <T>(list: readonly T[]) => (list.length > 0 ? list : null);

/** Whether its writer may still change it. */
export const isEditable = ({ editableUntil }: Own): boolean =>
  Date.now() < Date.parse(editableUntil);

export const listOwn = (): readonly Own[] => read("own", []);

/** The token of a comment that was approved: whoever has it is known to the blog. */
export const knownBy = (): string => listOwn().find(({ approved }) => approved)?.token ?? "";

/** The newest last; one that is there already gets what is new. */
export function keepOwn(own: Own): void {
  const known = listOwn().find(({ id }) => id === own.id);
  write("own", [...listOwn().filter(({ id }) => id !== own.id), { ...known, ...own }]);
}

export const forgetOwn = (gone: string): void =>
  write("own", orNull(listOwn().filter(({ id }) => id !== gone)));

export const listUnsent = (): readonly Fields[] => read("unsent", []);

export const keepUnsent = (fields: Fields): void =>
  write("unsent", [...without(fields.submission), fields]);

export const dropUnsent = (submission: string): void =>
  write("unsent", orNull(without(submission)));

const without = (gone: string) => listUnsent().filter(({ submission }) => submission !== gone);

export const readDraft = (post: string): string => read(`draft ${post}`, "");

export const keepDraft = (post: string, text: string): void =>
  write(`draft ${post}`, text.trim() ? text : null);

export const readPerson = (): Person | null => read("person", null);

export const keepPerson = (person: Person | null): void => write("person", person);
