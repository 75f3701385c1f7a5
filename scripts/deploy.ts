// npm run deploy: the schema first, then the code, so that no code ever meets a schema older than itself. The first time
// there is no database yet: wrangler makes it while it deploys, and the schema follows.
import { spawnSync } from "node:child_process";

const database = "randnotiz";

if (databases().includes(database)) {
  migrate();
  wrangler("deploy");
} else {
  wrangler("deploy");
  migrate();
}

function databases(): string[] {
  const { status, stdout } = spawnSync("wrangler", ["d1", "list", "--json"], {
    stdio: ["inherit", "pipe", "inherit"],
    encoding: "utf8",
  });
  if (status !== 0) process.exit(status ?? 1);
  return (JSON.parse(stdout) as { name: string }[]).map(({ name }) => name);
}

function migrate(): void {
  wrangler("d1", "migrations", "apply", "DB", "--remote");
}

function wrangler(...args: string[]): void {
  const { status } = spawnSync("wrangler", args, { stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}
