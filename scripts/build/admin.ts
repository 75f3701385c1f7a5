import { mkdirSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { gzipSync } from "node:zlib";
import { type BuildOptions, build, type Metafile } from "esbuild";

/** Files that a year's cache may keep, since their names change with what is in them. */
const FOLDER = "dist/assets/assets";

export interface Admin {
  /** Addresses. */
  readonly script: string;
  readonly css: string;
  /** What the script imports before it can run. */
  readonly preload: readonly string[];
  /** Bytes in gzip of all of these. */
  readonly gzip: number;
}

/** Bundles the authors' application. What a page of it needs alone is loaded when somebody goes there. */
export async function buildAdmin(target: readonly string[]): Promise<Admin> {
  mkdirSync(FOLDER, { recursive: true });
  const { outputFiles, metafile } = await build(optionsFor(target));
  refuseSchemas(metafile);
  const sizes = new Map<string, number>();
  for (const { path, contents } of outputFiles) {
    writeFileSync(join(FOLDER, basename(path)), contents);
    sizes.set(basename(path), gzipSync(contents, { level: 9 }).length);
  }
  const script = outputOf(metafile, "src/admin/main.tsx");
  const css = outputOf(metafile, "src/styles/admin.css");
  const preload = [...importsOf(metafile, script)].sort();
  const first = [script, css, ...preload].map((path) => sizes.get(basename(path)) ?? Number.NaN);
  return {
    ...{ script: addressOf(script), css: addressOf(css), preload: preload.map(addressOf) },
    gzip: first.reduce((sum, bytes) => sum + bytes, 0),
  };
}

const optionsFor = (target: readonly string[]) =>
  ({
    entryPoints: { admin: "src/admin/main.tsx", "admin-style": "src/styles/admin.css" },
    outdir: FOLDER,
    ...{ bundle: true, splitting: true, format: "esm", minify: true, write: false, metafile: true },
    ...{ entryNames: "[name]-[hash]", chunkNames: "admin-[name]-[hash]", target: [...target] },
    ...{ jsx: "automatic", jsxImportSource: "preact" },
    alias: {
      "preact/jsx-runtime": "./scripts/build/jsx.ts",
      // The one for browsers writes markup into an element, which Trusted Types refuse.
      "decode-named-character-reference":
        "./node_modules/decode-named-character-reference/index.js",
      // Markup within Markdown gets no colours: a third of the editor would be for them.
      "@codemirror/lang-html": "./scripts/build/no-html.ts",
    },
  }) satisfies BuildOptions;

/** The application knows the types of the API; what checks them is the Worker's, and too large to download. */
function refuseSchemas({ inputs }: Metafile): void {
  const schema = Object.keys(inputs).find((path) => path.includes("node_modules/valibot/"));
  if (schema) throw new Error("src/admin may import types of src/admin-api, and no schemas");
}

function outputOf({ outputs }: Metafile, source: string): string {
  const found = Object.entries(outputs).find(([, { entryPoint }]) => entryPoint === source);
  if (!found) throw new Error(`${source} was not built`);
  return found[0];
}

/** What a file imports at once, and what that does. */
function importsOf(metafile: Metafile, path: string, found = new Set<string>()): Set<string> {
  for (const { kind, path: imported } of metafile.outputs[path]?.imports ?? []) {
    if (kind !== "import-statement" || found.has(imported)) continue;
    found.add(imported);
    importsOf(metafile, imported, found);
  }
  return found;
}

const addressOf = (path: string): string => `/assets/${basename(path)}`;
