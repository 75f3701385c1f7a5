import type { Base, PostFields } from "../../../admin-api/posts.ts";
import type { Current } from "../post.ts";

/** A text that this browser keeps until the blog has it. */
export interface Draft {
  /** Names the post, its author and the open editor; one draft each. */
  readonly key: string;
  readonly base: Base;
  readonly fields: PostFields;
  /** ISO 8601, UTC. */
  readonly editedAt: string;
}

export interface DraftStore {
  keep(draft: Draft): Promise<void>;
  drop(key: string): Promise<void>;
  /** All whose key begins so. */
  list(prefix: string): Promise<Draft[]>;
}

/** Why a save failed. */
export interface SaveProblem {
  /** 0: no answer came. */
  readonly status: number;
  readonly sentence: string;
  /** With 409. */
  readonly current?: Current;
}

/** What saving needs of the world. */
export interface Ports {
  /** Rejects with a SaveProblem. */
  save(base: Base, fields: PostFields): Promise<Saved>;
  readonly drafts: Pick<DraftStore, "keep" | "drop">;
  /** Milliseconds. */
  now(): number;
  /** Runs once after so many milliseconds; gives what stops it. */
  later(milliseconds: number, run: () => void): () => void;
  tell(report: SaveReport): void;
}

export interface Saved {
  readonly base: Base;
  readonly savedAt: string;
}

/** What the author is told. */
export type SaveReport =
  | { readonly state: "saved"; readonly savedAt: string | null }
  | { readonly state: "unsaved" | "saving" | "offline" | "logged-out" }
  | { readonly state: "refused"; readonly sentence: string }
  | { readonly state: "conflict"; readonly current: Current };
