// npm test: everything. `npm test -- NAME` runs the tests whose file fits NAME.
import "./build.ts";
import { findBrowser } from "./browser.ts";
import { add, finish, runStatic, runTests } from "./steps.ts";

const PROJECTS = ["unit", "worker", "long", "model", "local", "browser"];
const filter = process.argv[2];

await findBrowser();
finish(filter ? runTests(PROJECTS, filter) : add(runStatic(), runTests(PROJECTS)));
