import { existsSync, mkdirSync, statSync, watch } from "node:fs";
import { dirname, join } from "node:path";
import type { Published } from "../../worker/content/files/publish.ts";
import { BlogError } from "../../worker/errors.ts";
import { findFiles, isHidden, isMarkdown, nameOf } from "./find-files.ts";
import { printPublished } from "./from-disk.ts";

/** Milliseconds. An editor saves in several steps. */
const SETTLED_MS = 50;

/** The project's folder, and how files of it are published. */
export interface WatchedDesk {
  readonly root: string;
  readonly publish: (names: readonly string[]) => Promise<Published[]>;
}

/** Publishes what is saved in the folder, until it is closed: first what was saved while nobody watched. */
export function watchPosts(
  desk: WatchedDesk,
  folder: string,
  print: (words: string) => void,
): () => Promise<void> {
  const { root } = desk;
  mkdirSync(join(root, folder), { recursive: true });
  let saved = new Set<string>([folder]);
  let timer: NodeJS.Timeout | undefined;
  let work = Promise.resolve();
  const run = () => {
    const names = [...saved];
    saved = new Set();
    work = work.then(() => publishSaved(desk, names, print));
  };
  const watcher = watch(join(root, folder), { recursive: true }, (_event, name) => {
    if (!name || isHidden(name)) return;
    saved.add(whatToPublish(root, folder, name));
    clearTimeout(timer);
    timer = setTimeout(run, SETTLED_MS);
  });
  watcher.on("error", (error) => print(error.message));
  run();
  return async () => {
    watcher.close();
    clearTimeout(timer);
    await work;
  };
}

/** A post, or the folder where a picture was saved or a file left. */
function whatToPublish(root: string, folder: string, name: string): string {
  const path = join(root, folder, name);
  const isFile = statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
  if (isFile && isMarkdown(name)) return nameOf(root, path);
  return isFile && existsSync(dirname(path)) ? nameOf(root, dirname(path)) : folder;
}

/** All at once, since two posts may have changed places; where one of them is wrong, each for itself. */
async function publishSaved(desk: WatchedDesk, names: string[], print: (words: string) => void) {
  const { root } = desk;
  if ((await tryToPublish(desk, names, print)) === null) return;
  const there = names.filter((name) => existsSync(join(root, name)));
  for (const file of findFiles(root, root, there).names) {
    const wrong = await tryToPublish(desk, [file], print);
    if (wrong !== null) print(wrong);
  }
}

/** Says what is wrong, or null. */
async function tryToPublish(
  desk: WatchedDesk,
  names: string[],
  print: (words: string) => void,
): Promise<string | null> {
  try {
    const published = await desk.publish(names);
    const news = published.filter(({ kind }) => kind !== "unchanged");
    if (news.length > 0) print(printPublished(news));
    if (news.some(({ kind }) => kind === "gone"))
      print("What is gone stays in the blog; npm run publish -- posts --prune makes it a draft.");
    return null;
  } catch (error) {
    return error instanceof BlogError ? error.message : String(error);
  }
}
