import { deskContract } from "./desk.ts";
import type { Contract } from "./entry.ts";
import { mediaContract } from "./media.ts";
import { peopleContract } from "./people.ts";
import { talkContract } from "./talk.ts";
import { writingContract } from "./writing.ts";

/** What the API takes and gives, whole: its description is made of it, and every answer in the tests is held against it. */
export const contract: Contract = {
  ...peopleContract,
  ...writingContract,
  ...talkContract,
  ...mediaContract,
  ...deskContract,
};
