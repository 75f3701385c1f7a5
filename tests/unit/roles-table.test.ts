import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { CAPABILITIES, MAY, ROLES } from "../../src/admin-api/roles.ts";

test.each(["docs/write.md", "docs/de/write.md"])("%s prints who may do what", (name) => {
  const rows = readFileSync(name, "utf8").matchAll(/^\| `([a-z.]+)` \|[^|]+\|(.*)\|$/gm);
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
