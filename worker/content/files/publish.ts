import type { Path, Term, UtcTime } from "../../../src/model.ts";
import type { KnownPost, PublishedFile, WritingDefaults } from "../../db/write/files.ts";
import type { MediaDraft } from "../../db/write/media/media.ts";
import { DEFAULTS } from "../../db/write/settings.ts";
import { BlogError } from "../../errors.ts";
import { slugify } from "../slug.ts";
import { draftFile, type FileDraft } from "./draft.ts";
import { identityOf } from "./identity.ts";
import { planStep, refuseCollisions, type Step } from "./plan.ts";
import { type PostFile, wrongFile } from "./post-file.ts";
import type { FindPicture } from "./render.ts";
import type { PostStore } from "./store.ts";

export interface Publishing {
  readonly store: PostStore;
  readonly files: readonly PostFile[];
  /** Whether a file lies in what was given as a whole, so that its absence means something. */
  readonly isCovered: (file: string) => boolean;
  readonly isThere: (file: string) => boolean;
  readonly picture: FindPicture;
  /** Stores the files that `picture` found for these posts, and says what they are. */
  readonly storePictures: (names: readonly string[]) => Promise<readonly MediaDraft[]>;
  readonly now: UtcTime;
  readonly newGuid: () => string;
  readonly dryRun?: boolean;
  readonly prune?: boolean;
  readonly force?: boolean;
}

export interface Published {
  readonly kind: Step["kind"] | "gone";
  readonly file: string;
  readonly path: Path;
}

/** Bytes of a post's row. D1 refuses 2,000,000. */
const MAX_POST_BYTES = 1_900_000;

/** Makes the blog say what the files say: all of them, or nothing where one of them is wrong. */
export async function publishFiles(job: Publishing): Promise<Published[]> {
  const { store, now } = job;
  const defaults = await store.findDefaults();
  const timeZone = defaults.timeZone ?? DEFAULTS.timeZone;
  const drafts = await everyOne(job.files, (file) => draftOf(job, file, defaults));
  const steps = await plan(job, drafts, timeZone);
  const gone = await listGone(job, steps);
  if (!job.dryRun) {
    const changed = steps.filter(({ kind }) => kind !== "unchanged");
    const media = await job.storePictures(changed.map(({ draft }) => draft.file.name));
    const withdrawn = job.prune ? await findAll(store, gone) : [];
    await store.write({ steps, withdrawn, media, now, demo: defaults.demo });
  }
  return [
    ...steps.map(({ kind, draft, post }) => ({ kind, file: draft.file.name, path: post.path })),
    ...gone.map(({ file, path }) => ({ kind: "gone" as const, file, path })),
  ];
}

function draftOf(job: Publishing, file: PostFile, defaults: WritingDefaults): FileDraft {
  const { lang = null, timeZone = null } = defaults;
  try {
    const draft = draftFile(file, {
      ...{ lang: lang ?? DEFAULTS.lang, timeZone: timeZone ?? DEFAULTS.timeZone, now: job.now },
      author: (named) => authorOf(named, defaults),
      picture: job.picture,
    });
    const { source, html, lead } = draft.post;
    if (new TextEncoder().encode(source + html + (lead ?? "")).length > MAX_POST_BYTES)
      throw wrongFile(file, "The post is longer than D1 allows (2 MB).");
    return draft;
  } catch (error) {
    if (error instanceof RangeError) throw wrongFile(file, "The text is nested too deeply.");
    throw error;
  }
}

/** Named by slug or name. Nobody named: the blog's first author, or one who is called like the blog. */
function authorOf(named: Term | null, { authors, title }: WritingDefaults): Term {
  if (named)
    return authors.find(({ slug, name }) => slug === named.slug || name === named.name) ?? named;
  const name = title ?? DEFAULTS.title;
  return authors[0] ?? { slug: slugify(name) || "author", name };
}

async function plan(
  job: Publishing,
  drafts: readonly FileDraft[],
  timeZone: string,
): Promise<Step[]> {
  const identities = await Promise.all(drafts.map(identityOf));
  const paths = drafts.map(({ post }) => post.path.replace(/\/$/, ""));
  const ids = identities.flatMap(({ id }) => id ?? []);
  const known = await job.store.listKnown({
    files: drafts.map(({ file }) => file.name),
    ids,
    guids: [...identities.map(({ guid }) => guid), ...ids],
    paths: [...paths, ...paths.map((path) => `${path}/`)],
  });
  const { isThere, now, newGuid, force = false } = job;
  const context = { known, isThere, now, timeZone, newGuid, force };
  const steps = await everyOne([...drafts.entries()], async ([at, draft]) =>
    planStep(draft, identities[at] as (typeof identities)[0], context),
  );
  refuseCollisions(steps, known);
  return steps;
}

async function listGone(job: Publishing, steps: readonly Step[]): Promise<PublishedFile[]> {
  const kept = new Set(steps.map(({ known }) => known?.postId));
  return (await job.store.listPublished()).filter(
    ({ file, postId }) => !kept.has(postId) && job.isCovered(file) && !job.isThere(file),
  );
}

async function findAll(store: PostStore, gone: readonly PublishedFile[]): Promise<KnownPost[]> {
  if (gone.length === 0) return [];
  const files = gone.map(({ file }) => file);
  return store.listKnown({ files, ids: [], guids: [], paths: [] });
}

/** Does something with each, and throws the sentences of all that failed, so that they can be mended at once. */
async function everyOne<From, To>(
  list: readonly From[],
  work: (one: From) => To | Promise<To>,
): Promise<To[]> {
  const sentences: string[] = [];
  const done: To[] = [];
  for (const one of list) {
    try {
      done.push(await work(one));
    } catch (error) {
      if (!(error instanceof BlogError)) throw error;
      sentences.push(error.message);
    }
  }
  if (sentences.length > 0) throw new BlogError("invalid", sentences.join("\n"));
  return done;
}
