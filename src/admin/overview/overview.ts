import type { PostList, PostRow } from "../../admin-api/posts.ts";
import { ask } from "../api.ts";
import { toProblem } from "../problem.ts";

export interface Overview {
  readonly waiting: number;
  readonly spam: number;
  readonly scheduled: readonly {
    readonly id: number;
    readonly title: string;
    readonly publishedAt: string;
  }[];
  readonly drafts: readonly {
    readonly id: number;
    readonly title: string;
    readonly updatedAt: string;
  }[];
  readonly comments: readonly {
    readonly id: string;
    readonly name: string;
    readonly excerpt: string;
    readonly postTitle: string;
    readonly createdAt: string;
  }[];
  readonly warnings: readonly { readonly code: string }[];
}

/** What waits for somebody. A blog without that answer is asked for its posts instead. */
export async function askOverview(waiting: number): Promise<Overview> {
  try {
    return await ask<Overview>("/api/overview");
  } catch (error) {
    if (toProblem(error).status !== 404) throw error;
    return compose(waiting);
  }
}

const MOST = 5;

async function compose(waiting: number): Promise<Overview> {
  const [scheduled, drafts] = await Promise.all([list("scheduled"), list("draft")]);
  const dated = scheduled.map((row) => ({ ...row, publishedAt: row.publishedAt ?? row.updatedAt }));
  return { waiting, spam: 0, scheduled: dated, drafts, comments: [], warnings: [] };
}

async function list(status: PostRow["status"]): Promise<readonly PostRow[]> {
  return (await ask<PostList>(`/api/posts?kind=post&status=${status}&limit=${MOST}`)).items;
}
