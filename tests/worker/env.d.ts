declare namespace Cloudflare {
  interface Env extends Readonly<import("../../worker/env.ts").Env> {
    TEST_MIGRATIONS: import("cloudflare:test").D1Migration[];
  }
}
