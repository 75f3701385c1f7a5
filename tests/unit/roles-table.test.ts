import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { CAPABILITIES, MAY, ROLES } from "../../src/admin-api/roles.ts";

/** A capability, what it is in words, and a cell for each role. */
const ROW = /^\| `([a-z.]+)` \|[^|]+\|([^|]*\|[^|]*\|[^|]*)\|$/gm;

test.each(["docs/write.md", "docs/de/write.md"])("%s prints who may do what", (name) => {
  const rows = readFileSync(name, "utf8").matchAll(ROW);
  const printed = [...rows].map(([, capability, cells = ""]) => {
    const yes = cells.split("|").map((cell) => cell.trim() !== "");
    return { capability, roles: ROLES.filter((_, at) => yes[at]) };
  });
  const known = CAPABILITIES.map((capability) => ({
    capability,
    roles: ROLES.filter((role) => MAY[role].includes(capability)),
  }));
  expect(printed).toEqual(known);
});
