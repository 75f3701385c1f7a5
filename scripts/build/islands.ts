import { mkdirSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { gzipSync } from "node:zlib";
import { type BuildOptions, build, type Metafile, type PluginBuild } from "esbuild";

/** Files that a year's cache may keep, since their names change with what is in them. */
const FOLDER = "dist/assets/assets";

/** What the loader wakes. Each brings what it needs in one file: in two, what they share would be packed worse. */
const ISLANDS = ["comment-form.tsx", "mine.tsx", "own.ts", "author.ts"];

export interface Scripts {
  /** The address of the loader. */
  readonly loader: string;
  /** Each file that a browser may load, by its address: its bytes in gzip, and the islands and words that it asks for. */
  readonly scripts: Readonly<Record<string, Script>>;
}

interface Script {
  readonly gzip: number;
  readonly loads: readonly string[];
}

/** Bundles what browsers download. The same sources make the same files under the same names. */
export async function buildIslands(target: readonly string[]): Promise<Scripts> {
  mkdirSync(FOLDER, { recursive: true });
  const scripts: Record<string, Script> = {};
  const files = new Map<string, string>();
  const bundle = async (name: string) => {
    const { outputFiles, metafile } = await build(optionsFor(name, target, files));
    for (const { path, contents } of outputFiles) {
      writeFileSync(join(FOLDER, basename(path)), contents);
      const loads = loadsOf(metafile, path);
      scripts[addressOf(path)] = { gzip: gzipSync(contents, { level: 9 }).length, loads };
    }
    const entry = Object.entries(metafile.outputs).find(
      ([, { entryPoint }]) => entryPoint === `src/islands/${name}`,
    );
    if (!entry) throw new Error(`${name} was not built`);
    files.set(name, basename(entry[0]));
    return addressOf(entry[0]);
  };
  for (const name of ISLANDS) await bundle(name);
  return { loader: await bundle("loader.ts"), scripts };
}

const optionsFor = (name: string, target: readonly string[], files: Map<string, string>) =>
  ({
    entryPoints: [`src/islands/${name}`],
    outdir: FOLDER,
    ...{ bundle: true, splitting: true, format: "esm", minify: true, write: false, metafile: true },
    ...{ entryNames: "[name]-[hash]", chunkNames: "[name]-[hash]", target: [...target] },
    ...{ jsx: "automatic", jsxImportSource: "preact" },
    alias: { "preact/jsx-runtime": "./scripts/build/jsx.ts" },
    plugins: [{ name: "built", setup: (loader) => nameBuilt(loader, files) }],
  }) satisfies BuildOptions;

/** An import of an island that was built before means its file. */
function nameBuilt({ onResolve }: PluginBuild, files: ReadonlyMap<string, string>): void {
  onResolve({ filter: /^\.\// }, ({ kind, path }) => {
    const file = files.get(path.slice(2));
    return kind === "dynamic-import" && file ? { path: `./${file}`, external: true } : undefined;
  });
}

function loadsOf({ outputs }: Metafile, path: string): string[] {
  const output = outputs[`${FOLDER}/${basename(path)}`];
  return (output?.imports ?? []).map((imported) => addressOf(imported.path)).sort();
}

const addressOf = (path: string): string => `/assets/${basename(path)}`;
