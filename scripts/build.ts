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

const bundled = await build({
  entryPoints: ["src/styles/blog.css"],
  bundle: true,
  plugins: [{ name: "addresses", setup: keepAddresses }],
  minify: true,
  write: false,
  target: TARGET,
});
const css = bundled.outputFiles[0]?.text.trim() ?? "";
const cssHash = `sha256-${createHash("sha256").update(css).digest("base64")}`;

rmSync("dist/assets", { recursive: true, force: true });
mkdirSync("dist/assets", { recursive: true });
cpSync("src/site/static", "dist/assets", { recursive: true });
appendFileSync("dist/assets/_headers", HEADERS);
const scripts = await buildIslands(TARGET);
writeIfChanged(
  "dist/manifest.json",
  `${JSON.stringify({ css, cssHash, build: hashOfSources(), ...scripts })}\n`,
);

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
