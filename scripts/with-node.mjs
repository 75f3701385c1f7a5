// The first door of every command. It runs on any Node from 20, installs what is missing, and hands over to the Node that
// the project pins, in which the other scripts are plain TypeScript.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const stamp = join(root, "node_modules", ".installed");
const node = join(
  root,
  "node_modules",
  "node",
  "bin",
  process.platform === "win32" ? "node.exe" : "node",
);

install();
run(process.argv[2], process.argv.slice(3));

function install() {
  const wanted = createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex");
  if (existsSync(node) && existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  console.log("Installing packages (once, about half a minute) …");
  const npm = spawnSync("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
    shell: process.platform === "win32",
  });
  if (npm.status !== 0) {
    console.error("The packages could not be installed; npm says why above.");
    process.exit(1);
  }
  writeFileSync(stamp, wanted);
}

/** Runs scripts/NAME.ts and ends with its exit code. Signals reach the whole process group by themselves. */
function run(name, args) {
  const path = [join(root, "node_modules", ".bin"), process.env.PATH].join(
    process.platform === "win32" ? ";" : ":",
  );
  const child = spawn(
    node,
    ["--disable-warning=ExperimentalWarning", join(root, "scripts", `${name}.ts`), ...args],
    {
      cwd: root,
      stdio: "inherit",
      // No command asks anybody but the package registry: no statistics, no look-up of where this machine stands.
      env: {
        ...process.env,
        PATH: path,
        WRANGLER_SEND_METRICS: "false",
        WRANGLER_SEND_ERROR_REPORTS: "false",
        // Wrangler is 10 MB of JavaScript: compiled once, it starts in half the time.
        NODE_COMPILE_CACHE: join(root, "node_modules", ".cache", "compile"),
        CLOUDFLARE_CF_FETCH_ENABLED: "false",
      },
    },
  );
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"])
    process.on(signal, () => child.kill(signal));
  child.on("exit", (code, signal) => process.exit(code ?? (signal === "SIGINT" ? 130 : 1)));
}
