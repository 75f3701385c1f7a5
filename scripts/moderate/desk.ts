import type { Queue } from "../../src/admin-api/comments.ts";
import type { ModerationAction } from "../../worker/content/comments/moderate.ts";
import type { Export } from "../../worker/content/comments/rights.ts";
import type { ModerationSettings } from "../../worker/content/comments/settings.ts";
import type { CommentStatus } from "../../worker/db/write/drafts.ts";
import type { Erased } from "../../worker/db/write/erasures.ts";

/** A blog whose comments are decided about: this machine's, or one elsewhere. Both go by the same rules. */
export interface ModerationDesk {
  readonly list: (status: CommentStatus) => Promise<Queue>;
  /** Gives the ids of the comments that changed. */
  readonly decide: (action: ModerationAction, ids: readonly string[]) => Promise<readonly string[]>;
  readonly settings: () => Promise<ModerationSettings>;
  /** Sets what was typed for each name. */
  readonly change: (typed: Readonly<Record<string, string>>) => Promise<ModerationSettings>;
  readonly exportPerson: (email: string) => Promise<Export>;
  /** Gives the ids of the comments that were erased. */
  readonly erasePerson: (email: string, what: Erased) => Promise<readonly string[]>;
  readonly queueFeed: () => Promise<string>;
  readonly testMail: (to: string) => Promise<unknown>;
}
