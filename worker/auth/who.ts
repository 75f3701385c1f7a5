import { type Capability, may, type Role } from "../../src/admin-api/roles.ts";

/** Who asks: an author who logged in, or a program with a token that acts for one. */
export interface Who {
  /** Of the author; null for a program that acts for the owner of a blog that has none yet. */
  readonly id: number | null;
  readonly slug: string;
  readonly name: string;
  readonly role: Role;
  readonly by: "session" | "token";
  /** The session's public id; null for a program. */
  readonly session: string | null;
  readonly can: (capability: Capability) => boolean;
}

/** What a row of the database says of somebody. */
export interface WhoRow {
  readonly authorId: number | null;
  readonly slug: string | null;
  readonly authorName: string | null;
  readonly role: Role | null;
}

/** What nobody said is the owner's. */
export function whoOf(row: WhoRow, by: Who["by"], session: string | null = null): Who {
  const role = row.role ?? "owner";
  return {
    ...{ id: row.authorId, slug: row.slug ?? "", name: row.authorName ?? "", role, by, session },
    can: (capability) => may(role, capability),
  };
}

/** The program that `npm start` brings along. */
export const OWN_PROGRAM: Who = whoOf(
  { authorId: null, slug: null, authorName: null, role: "owner" },
  "token",
);

/** Whoever stands at the door. */
export const NOBODY: Who = {
  ...{ id: null, slug: "", name: "", role: "author", by: "session", session: null },
  can: () => false,
};
