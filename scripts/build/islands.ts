import { mkdirSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

/** Files that a year's cache may keep, since their names change with what is in them. */
const FOLDER = "dist/assets/assets";

export interface Scripts {
  /** The address of the loader. */
  readonly loader: string;
  /** Each file that a browser may load: its bytes in gzip, and what it loads with it at once. */
  readonly scripts: Readonly<Record<string, Script>>;
}

interface Script {
  readonly gzip: number;
  readonly loads: readonly string[];
}

/** Bundles what browsers download. The same sources make the same files under the same names. */
export async function buildIslands(target: readonly string[]): Promise<Scripts> {
  const { outputFiles, metafile } = await build({
    entryPoints: ["src/islands/loader.ts"],
    outdir: FOLDER,
    ...{ bundle: true, splitting: true, format: "esm", minify: true, write: false, metafile: true },
    ...{ entryNames: "[name]-[hash]", chunkNames: "[name]-[hash]", target: [...target] },
    jsx: "automatic",
    jsxImportSource: "preact",
    legalComments: "none",
  });
  mkdirSync(FOLDER, { recursive: true });
  const scripts: Record<string, Script> = {};
  for (const { path, contents } of outputFiles) {
    writeFileSync(join(FOLDER, basename(path)), contents);
    const output = metafile.outputs[`${FOLDER}/${basename(path)}`];
    const imports = (output?.imports ?? []).filter(({ kind }) => kind === "import-statement");
    scripts[addressOf(path)] = {
      gzip: gzipSync(contents).length,
      loads: imports.map((imported) => addressOf(imported.path)),
    };
  }
  const loader = Object.keys(scripts).find((address) => address.startsWith("/assets/loader-"));
  if (!loader) throw new Error("The loader was not built");
  return { loader, scripts };
}

const addressOf = (path: string): string => `/assets/${basename(path)}`;
