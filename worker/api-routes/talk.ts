import { banComments, putComment, replyTo } from "../handlers/api/comments/answer.ts";
import { decideAboutAll, decideComments, listComments } from "../handlers/api/comments/queue.ts";
import { putSettings, showQueueAddress, showSettings } from "../handlers/api/comments/settings.ts";
import { actOnPerson } from "../handlers/api/persons.ts";
import type { Answers, ApiRoute } from "../handlers/api/route.ts";
import { sendTestMail } from "../handlers/api/test-mail.ts";

/** About comments: below one's own posts, and everywhere for whoever may, which the handlers see to. */
const talk = (path: string, answers: Answers): ApiRoute => ({
  ...{ path, can: "comments.own", scope: "moderate", ...answers },
});

/** Comments, the rules for them, and who is told. */
export const talkRoutes: readonly ApiRoute[] = [
  talk("/api/comments", { GET: listComments, POST: decideComments }),
  talk("/api/comments/all", { POST: decideAboutAll }),
  talk("/api/comments/ban", { POST: banComments }),
  { path: "/api/comments/feed", can: "comments.all", scope: "moderate", GET: showQueueAddress },
  talk("/api/comments/:comment", { PUT: putComment }),
  talk("/api/comments/:comment/reply", { creates: "plain", POST: replyTo }),
  {
    ...{ path: "/api/settings/comments", can: "settings", scope: "moderate" },
    ...{ GET: showSettings, POST: putSettings },
  },
  { path: "/api/persons", can: "settings", scope: "moderate", POST: actOnPerson },
  { path: "/api/mail/test", can: "settings", scope: "moderate", POST: sendTestMail },
];
