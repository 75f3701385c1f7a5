import { cloudflareTest, readD1Migrations } from "@cloudflare/vitest-plugin";
import { defineConfig } from "vitest/config";

// Vite 8 does not take jsxImportSource from tsconfig inside a project.
const oxc = { jsx: { runtime: "automatic", importSource: "preact" } } as const;

/** Tests that run in workerd, with the bindings of wrangler.toml. */
const inWorkerd = (name: string, timeouts = {}) => ({
  oxc,
  plugins: [
    cloudflareTest(async () => ({
      wrangler: { configPath: "./wrangler.toml" },
      miniflare: {
        bindings: {
          TEST_MIGRATIONS: await readD1Migrations("migrations"),
          ORIGIN: "https://blog.test",
        },
        // No test may reach another host.
        outboundService: (request: { url: string }) => {
          throw new Error(`A request left the blog: ${request.url}`);
        },
      },
    })),
  ],
  test: {
    ...{ name, include: [`tests/${name}/**/*.test.{ts,tsx}`], ...timeouts },
    setupFiles: ["tests/support/migrate.ts"],
  },
});

export default defineConfig({
  test: {
    // By default one core is left free, which on a machine of two leaves one of two.
    maxWorkers: "100%",
    projects: [
      inWorkerd("worker"),
      // Those that a check before each commit has no time for: workerd starts for each file.
      inWorkerd("long", { testTimeout: 60_000, hookTimeout: 60_000 }),
      {
        oxc,
        // Pure functions share a process.
        test: {
          name: "unit",
          include: ["tests/unit/**/*.test.{ts,tsx}"],
          testTimeout: 20_000,
          isolate: false,
        },
      },
      {
        // The cache in worlds of a virtual clock: too many for every check.
        oxc,
        test: { name: "model", include: ["tests/model/**/*.test.ts"], testTimeout: 120_000 },
      },
      {
        // Through the bindings of this machine, in a folder of their own: workerd starts for each file.
        oxc,
        test: {
          name: "local",
          include: ["tests/local/**/*.test.ts"],
          hookTimeout: 120_000,
          testTimeout: 60_000,
        },
      },
      {
        oxc,
        test: {
          name: "browser",
          include: ["tests/browser/**/*.test.ts"],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
