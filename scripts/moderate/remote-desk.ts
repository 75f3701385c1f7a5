import type { RemoteBlog } from "../publish/remote.ts";
import type { ModerationDesk } from "./desk.ts";

type Answer<Of extends keyof ModerationDesk> = Awaited<ReturnType<ModerationDesk[Of]>>;

/** A blog elsewhere, through its API. */
export const remoteDesk = (remote: RemoteBlog): ModerationDesk => ({
  list: (status) => remote.ask<Answer<"list">>("GET", `/api/comments?status=${status}`),
  decide: async (action, ids) =>
    (await remote.ask<{ ids: Answer<"decide"> }>("POST", "/api/comments", { action, ids })).ids,
  settings: () => remote.ask<Answer<"settings">>("GET", "/api/settings/comments"),
  change: (typed) => remote.ask<Answer<"change">>("POST", "/api/settings/comments", typed),
  exportPerson: (email) =>
    remote.ask<Answer<"exportPerson">>("POST", "/api/persons", { email, action: "export" }),
  erasePerson: async (email, action) =>
    (await remote.ask<{ ids: Answer<"erasePerson"> }>("POST", "/api/persons", { email, action }))
      .ids,
  queueFeed: async () => (await remote.ask<{ url: string }>("GET", "/api/comments/feed")).url,
  testMail: (to) => remote.ask("POST", "/api/mail/test", { to }),
});
