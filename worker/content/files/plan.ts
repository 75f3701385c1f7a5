import type { Path, UtcTime } from "../../../src/model.ts";
import type { PostDraft } from "../../db/write/drafts.ts";
import type { KnownPost } from "../../db/write/files.ts";
import { BlogError } from "../../errors.ts";
import { localDate } from "../dates.ts";
import { lineDiff } from "./diff.ts";
import type { FileDraft } from "./draft.ts";
import { hashOf } from "./hash.ts";
import { findPost, type Identity } from "./identity.ts";
import { wrongFile } from "./post-file.ts";

/** What publishing a file comes to. */
export interface Step {
  readonly kind: "created" | "changed" | "unchanged";
  readonly draft: FileDraft;
  readonly known: KnownPost | null;
  readonly post: PostDraft;
  readonly id: string | null;
  /** Of what the file says, and of the post as it will be left. */
  readonly hash: string;
  readonly seen: string;
}

export interface PlanContext {
  readonly known: readonly KnownPost[];
  readonly isThere: (file: string) => boolean;
  readonly now: UtcTime;
  readonly timeZone: string;
  readonly newGuid: () => string;
  readonly force: boolean;
}

/** Decides about one file. Throws where the post was changed elsewhere. */
export async function planStep(
  draft: FileDraft,
  identity: Identity,
  context: PlanContext,
): Promise<Step> {
  const known = findPost(draft, identity, context.known, context.isThere);
  const hash = await hashOf(draft.said);
  const post = finishPost(draft, known, context, freeGuid(identity, known, context));
  const version = known ? known.version + 1 : 1;
  const seen = await hashOfPost({ version, title: post.title, source: post.source });
  const step = { draft, known, post, id: identity.id, hash, seen };
  if (!known) return { kind: "created", ...step };
  const untouched = known.seen === (await hashOfPost(known));
  if (!untouched && !context.force) refuseToOverwrite(draft, known, post);
  if (!untouched || known.hash !== hash) return { kind: "changed", ...step };
  return { kind: "unchanged", ...step, seen: known.seen ?? "" };
}

/** What is remembered to notice that somebody else changed a post. */
export const hashOfPost = (post: { version: number; title: string; source: string }) =>
  hashOf([post.version, post.title, post.source]);

function freeGuid({ guid }: Identity, post: KnownPost | null, context: PlanContext): string {
  if (post) return post.guid;
  return context.known.some((other) => other.guid === guid) ? context.newGuid() : guid;
}

/** A static page without a date keeps the one it has; `updatedAt` moves only when there is something new to read. */
function finishPost(
  { post, fields }: FileDraft,
  known: KnownPost | null,
  { now, timeZone }: PlanContext,
  guid: string,
): PostDraft {
  const needed = fields.visibility === "draft" ? null : now;
  const publishedAt = post.publishedAt ?? known?.publishedAt ?? needed;
  const day = publishedAt && localDate(publishedAt, timeZone);
  const same =
    known?.title === post.title && known.source === post.source && known.excerpt === post.excerpt;
  const later = publishedAt && publishedAt > now ? publishedAt : now;
  const updatedAt = !known ? post.updatedAt : same ? known.updatedAt : later;
  return { ...post, guid, publishedAt, localDate: post.localDate ?? day, updatedAt };
}

function refuseToOverwrite({ file }: FileDraft, known: KnownPost, post: PostDraft): void {
  const words = ({ title, source }: { title: string; source: string }) => `${title}\n\n${source}`;
  if (words(known) === words(post)) return;
  const elsewhere = known.file === null ? "was not written from a file" : "was changed elsewhere";
  const sentence = `The post ${known.path} ${elsewhere}; --force overwrites it with the file:`;
  throw wrongFile(file, `${sentence}\n${lineDiff(words(known), words(post))}`);
}

/** Throws where two posts would stand in one place, or two files are one post. */
export function refuseCollisions(steps: readonly Step[], known: readonly KnownPost[]): void {
  const sentences: string[] = [];
  const places = new Map<Path, Step>();
  const posts = new Map<string, Step>();
  const leaving = new Set(steps.map((step) => step.known?.postId));
  for (const step of steps) {
    const { file } = step.draft;
    const refuse = (sentence: string) => sentences.push(wrongFile(file, sentence).message);
    const twin = posts.get(step.post.guid) ?? posts.get(step.id ?? "");
    const place = placeOf(step.post.path);
    const other = places.get(place);
    const standing = known.find((one) => !leaving.has(one.postId) && placeOf(one.path) === place);
    if (twin)
      refuse(`It is the same post as ${twin.draft.file.name}; each needs an id of its own.`);
    else if (other) refuse(`It wants the path of ${other.draft.file.name}: ${step.post.path}`);
    else if (standing)
      refuse(`At ${step.post.path} stands another post, "${standing.title}"; change the slug.`);
    posts.set(step.post.guid, step);
    if (step.id !== null) posts.set(step.id, step);
    places.set(place, step);
  }
  if (sentences.length > 0) throw new BlogError("invalid", sentences.join("\n"));
}

const placeOf = (path: Path): Path => path.replace(/\/$/, "");
