import { existsSync, globSync, readdirSync, statSync } from "node:fs";
import { dirname, matchesGlob, relative, resolve, sep } from "node:path";
import { BlogError } from "../../worker/errors.ts";

export interface FoundFiles {
  /** Relative to the project's folder, with "/". */
  readonly names: readonly string[];
  /** Whether a file would have been among them if it were there. */
  readonly isCovered: (name: string) => boolean;
}

export const isMarkdown = (name: string): boolean => /\.(md|markdown)$/i.test(name);

/** As Hugo and Jekyll have it: what begins so is no post. */
export const isHidden = (name: string): boolean => /(^|[/\\])([._]|node_modules[/\\])/.test(name);

/** Files, folders and globs as they were typed in the folder `from`. */
export function findFiles(root: string, from: string, typed: readonly string[]): FoundFiles {
  const covers: ((name: string) => boolean)[] = [];
  const names = new Set<string>();
  for (const words of typed) {
    const name = nameOf(root, resolve(from, words));
    const found = filesOf(root, name);
    if (!found) throw new BlogError("missing", `There is no file ${words}.`);
    for (const file of found.names) names.add(file);
    covers.push(found.isCovered);
  }
  covers.push(wholeFolders(root, names));
  return { names: [...names].sort(), isCovered: (name) => covers.some((covers) => covers(name)) };
}

function filesOf(root: string, name: string): FoundFiles | null {
  const info = statSync(resolve(root, name), { throwIfNoEntry: false });
  if (info?.isDirectory()) return filesBelow(root, name);
  if (info?.isFile()) {
    if (isMarkdown(name)) return { names: [name], isCovered: (other) => other === name };
    throw new BlogError("invalid", `${name} is no Markdown file (.md).`);
  }
  if (!/[*?[{]/.test(name)) return null;
  const found = globSync(name, { cwd: root }).map((file) => nameOf(root, resolve(root, file)));
  return {
    names: found.filter((file) => isMarkdown(file)),
    isCovered: (other) => matchesGlob(other, name),
  };
}

function filesBelow(root: string, folder: string): FoundFiles {
  const within = (name: string) => folder === "" || name.startsWith(`${folder}/`);
  const names = readdirSync(resolve(root, folder), { recursive: true, encoding: "utf8" })
    .map((file) => file.split(sep).join("/"))
    .filter((file) => isMarkdown(file) && !isHidden(file))
    .map((file) => (folder ? `${folder}/${file}` : file));
  return { names, isCovered: within };
}

/** A shell makes names of `posts/*.md` before anybody sees it: who names every file of a folder means the folder. */
function wholeFolders(root: string, names: ReadonlySet<string>): (name: string) => boolean {
  const folders = new Map<string, boolean>();
  const isWhole = (folder: string) => {
    const path = resolve(root, folder);
    if (!existsSync(path)) return false;
    const files = readdirSync(path).filter((file) => isMarkdown(file));
    return files.every((file) => names.has(nameOf(root, resolve(path, file))));
  };
  for (const name of names) {
    const folder = dirname(name);
    if (!folders.has(folder)) folders.set(folder, isWhole(folder));
  }
  return (name) => folders.get(dirname(name)) ?? false;
}

export const nameOf = (root: string, file: string): string =>
  relative(root, file).split(sep).join("/");
