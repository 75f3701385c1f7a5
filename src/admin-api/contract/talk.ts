import * as v from "valibot";
import * as comments from "../comments.ts";
import { type Contract, PAGED } from "./entry.ts";

const texts = v.record(v.string(), v.string());
const rules = v.looseObject({});
const id = v.strictObject({ id: v.string() });

/** Comments, the rules for them, and who is told. */
export const talkContract: Contract = {
  "GET /api/comments": {
    about: "Comments with a status, newest first",
    query: {
      status: "pending, approved, spam or trash",
      q: "Words",
      post: "Id of a post",
      ...PAGED,
    },
    gives: comments.queue,
  },
  "POST /api/comments": {
    about: "Decides about up to 100 comments",
    takes: comments.decision,
    gives: comments.decided,
  },
  "POST /api/comments/all": {
    about: "Decides about a part of all that match, until `next` is null",
    takes: comments.decisionAboutAll,
    gives: comments.decidedPart,
  },
  "POST /api/comments/ban": {
    about: "Refuses comments of a mail address, or with links to a host",
    takes: comments.ban,
    gives: v.strictObject({ refuseEmails: v.array(v.string()), refuseHosts: v.array(v.string()) }),
  },
  "GET /api/comments/feed": {
    about: "The address of the private feed of what waits",
    gives: v.strictObject({ url: v.string() }),
  },
  "PUT /api/comments/:comment": {
    about: "Another text for a comment, with a mark",
    takes: comments.commentText,
    gives: id,
  },
  "POST /api/comments/:comment/reply": {
    about: "An author's answer, public at once",
    takes: comments.commentText,
    gives: id,
  },
  "GET /api/settings/comments": { about: "The rules", gives: rules },
  "POST /api/settings/comments": {
    about: "Changes rules: names with what was typed",
    takes: texts,
    gives: rules,
  },
  "POST /api/persons": {
    about: "What is stored about a mail address, or its erasure",
    takes: v.looseObject({ email: v.string(), action: v.picklist(["export", "text", "name"]) }),
    gives: v.looseObject({}),
  },
  "POST /api/mail/test": {
    about: "Tries whether the blog can write to anybody",
    takes: v.looseObject({ to: v.string() }),
    gives: v.strictObject({ sent: v.string() }),
  },
};
