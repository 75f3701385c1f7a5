// Runs as a process of its own: what starts workerd takes more memory than the whole import may.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Miniflare } from "miniflare";

const config = readFileSync("wrangler.toml", "utf8");
const script = readFileSync(fileURLToPath(new URL("relay-worker.js", import.meta.url)), "utf8");
const [dir = ".wrangler/state"] = process.argv.slice(2);

const miniflare = new Miniflare({
  resourcePersistencePath: join(dir, "v3"),
  workers: [
    {
      config: {
        name: "import",
        compatibilityDate: settingOf("compatibility_date") ?? "",
        manifest: {
          mainModule: "relay.mjs",
          modulesRoot: process.cwd(),
          modules: { "relay.mjs": { type: "esm", contents: script } },
        },
        // What wrangler calls them on this machine, before and after the first deploy.
        env: {
          DB: { type: "d1", id: settingOf("database_id") ?? "DB" },
          MEDIA: { type: "r2", name: settingOf("bucket_name") ?? "MEDIA" },
        },
        exports: {},
      },
      dev: { rootPath: process.cwd() },
    },
  ],
});
process.on("disconnect", () => void miniflare.dispose().finally(() => process.exit(0)));
// Ctrl-C reaches both processes; this one ends when the other has.
process.on("SIGINT", () => {});
process.send?.(String(await miniflare.ready));

/** The first value of that name in wrangler.toml. */
function settingOf(name: string): string | undefined {
  return new RegExp(`^${name}\\s*=\\s*"([^"]*)"`, "m").exec(config)?.[1];
}
