// Makes what the Worker imports (dist/manifest.json) and what Cloudflare serves as files (dist/assets).
import { createHash } from "node:crypto";
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { build, type PluginBuild } from "esbuild";
import { buildAdmin } from "./build/admin.ts";
import { buildIslands } from "./build/islands.ts";

/** For files that Cloudflare serves without the Worker: developers.cloudflare.com/workers/static-assets/headers */
const HEADERS = `/*
  X-Content-Type-Options: nosniff
  Cross-Origin-Resource-Policy: same-origin
  Cache-Control: public, max-age=3600
/assets/*
  Cache-Control: public, max-age=31536000, immutable
`;

const TARGET = ["chrome120", "firefox121", "safari17"];

const css = await bundle("blog.css");
const talkCss = await bundle("talk.css");
const hashes = [css, talkCss].map(
  (text) => `sha256-${createHash("sha256").update(text).digest("base64")}`,
);

rmSync("dist/assets", { recursive: true, force: true });
mkdirSync("dist/assets", { recursive: true });
cpSync("src/site/static", "dist/assets", { recursive: true });
appendFileSync("dist/assets/_headers", HEADERS);
const scripts = await buildIslands(TARGET);
const admin = await buildAdmin(TARGET);
writeIfChanged(
  "dist/manifest.json",
  `${JSON.stringify({ css, talkCss, hashes, build: hashOfSources(), ...scripts, admin })}\n`,
);

/** A style sheet with all that it imports. */
async function bundle(name: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [`src/styles/${name}`],
    plugins: [{ name: "addresses", setup: keepAddresses }],
    ...{ bundle: true, minify: true, write: false, target: TARGET },
  });
  return outputFiles[0]?.text.trim() ?? "";
}

/** Names what renders: pages that another build made are not served as this one's. */
function hashOfSources(): string {
  const hash = createHash("sha256");
  for (const folder of ["src", "worker"])
    for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" }).sort())
      if (/\.\w+$/.test(name)) hash.update(name).update(readFileSync(join(folder, name)));
  return hash.update(readFileSync("package-lock.json")).digest("hex").slice(0, 10);
}

/** `url("/fonts/x.woff2")` names an address of the blog, a file of src/site/static, and stays as it is. */
function keepAddresses(css: PluginBuild): void {
  css.onResolve({ filter: /^\// }, ({ kind, path }) =>
    kind === "url-token" ? { path, external: true } : undefined,
  );
}

/** The Worker is built again only when something changed. */
function writeIfChanged(file: string, text: string): void {
  try {
    if (readFileSync(file, "utf8") === text) return;
  } catch {
    // It is the first build.
  }
  writeFileSync(file, text);
}
