// What `npm run check` and `npm test` share: steps that are run one after the other, counted, and never skipped silently.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";

export interface Count {
  passed: number;
  failed: number;
}

const REPORT = "dist/tests.json";

/** Format, lint, types and dead code, each a step. */
export function runStatic(): Count {
  const steps: [name: string, command: string, ...args: string[]][] = [
    ["Format and lint", "biome", "check", "--error-on-warnings", "."],
    ["Types of the Worker", "tsc", "-p", "tsconfig.worker.json"],
    ["Types of the browser", "tsc", "-p", "tsconfig.browser.json"],
    ["Types of the scripts", "tsc", "-p", "tsconfig.node.json"],
    ["Dead code", "knip"],
  ];
  const count = { passed: 0, failed: 0 };
  for (const [name, command, ...args] of steps) {
    console.log(`${name} …`);
    if (succeeds(command, args)) count.passed++;
    else count.failed++;
  }
  return count;
}

/** Vitest's projects, or only the tests whose file or name fits `filter`. */
export function runTests(projects: readonly string[], filter?: string): Count {
  console.log(`Tests: ${projects.join(", ")} …`);
  mkdirSync("dist", { recursive: true });
  rmSync(REPORT, { force: true });
  const chosen = projects.flatMap((project) => ["--project", project]);
  const reports = ["--reporter=default", "--reporter=json", `--outputFile=${REPORT}`];
  const succeeded = succeeds("vitest", ["run", ...chosen, ...reports, ...(filter ? [filter] : [])]);
  const count = readReport();
  // A run that fails outside of any test has still failed.
  if (!succeeded && count.failed === 0) count.failed = 1;
  return count;
}

export const add = (a: Count, b: Count): Count => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
});

/** Prints the line that machines read, and ends the process with what it says. */
export function finish({ passed, failed }: Count): never {
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed === 0 && passed > 0 ? 0 : 1);
}

const succeeds = (command: string, args: string[]): boolean =>
  spawnSync(command, args, { stdio: "inherit", shell: process.platform === "win32" }).status === 0;

function readReport(): Count {
  try {
    const report = JSON.parse(readFileSync(REPORT, "utf8"));
    return { passed: report.numPassedTests, failed: report.numFailedTests };
  } catch {
    return { passed: 0, failed: 0 };
  }
}
