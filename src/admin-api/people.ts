import * as v from "valibot";
import { line, personName } from "./fields.ts";
import { profile } from "./me.ts";
import { ROLES } from "./roles.ts";

const role = v.picklist(ROLES);

/** Somebody who exists already, by slug, or somebody new, by name. */
export const newInvitation = v.strictObject({
  slug: v.nullable(line(200)),
  name: v.nullable(personName),
  role,
});

export const person = v.strictObject({ ...profile.entries, role });

export const people = v.strictObject({
  people: v.array(
    v.strictObject({
      slug: v.string(),
      name: v.string(),
      bio: v.string(),
      url: v.nullable(v.string()),
      email: v.nullable(v.string()),
      role,
      posts: v.number(),
      passkeys: v.number(),
      sessions: v.number(),
    }),
  ),
  invitations: v.array(
    v.strictObject({
      id: v.string(),
      slug: v.nullable(v.string()),
      name: v.nullable(v.string()),
      role,
      createdAt: v.string(),
      expiresAt: v.string(),
    }),
  ),
  /** What was done to who may do what, newest first. */
  audit: v.array(
    v.strictObject({
      at: v.string(),
      name: v.nullable(v.string()),
      action: v.string(),
      detail: v.string(),
    }),
  ),
});
export type People = v.InferOutput<typeof people>;
