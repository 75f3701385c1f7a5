// npm run check: what must pass before each commit, in under a minute.
import "./build.ts";
import { add, finish, runStatic, runTests } from "./steps.ts";

finish(add(runStatic(), runTests(["unit", "worker"])));
