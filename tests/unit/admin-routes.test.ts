import { expect, test } from "vitest";
import type { Place } from "../../src/admin/place.ts";
import { places } from "../../src/admin/places.ts";
import { findPlace, isOpen, loadPage, pageAtHand } from "../../src/admin/routes.ts";
import { may } from "../../src/admin-api/roles.ts";

const aPlace = (path: string): Place => ({ path, can: null, load: async () => () => null });

test("an address of the application is found with the names in it, the particular before the general", () => {
  const some = [aPlace("/admin/"), aPlace("/admin/posts/new/"), aPlace("/admin/posts/:post/")];
  expect(findPlace(some, "/admin/")?.place.path).toBe("/admin/");
  expect(findPlace(some, "/admin/posts/new/")?.place.path).toBe("/admin/posts/new/");
  expect(findPlace(some, "/admin/posts/12")?.params).toEqual({ post: "12" });
  expect(findPlace(some, "/admin/posts/12/more/")).toBeNull();
  expect(findPlace(some, "/admin/posts/")).toBeNull();
});

test("the application goes only where somebody's role may go", () => {
  const people = places.find(({ path }) => path === "/admin/people/") as Place;
  expect(isOpen(people, ["people"])).toBe(may("owner", "people"));
  expect(isOpen(people, ["posts.own", "media"])).toBe(may("editor", "people"));
  expect(isOpen(aPlace("/admin/"), [])).toBe(true);
});

test("every page of the application has an address and keys of its own", () => {
  const unique = (all: readonly (string | undefined)[]) => {
    const said = all.filter((one) => one !== undefined);
    expect(new Set(said).size).toBe(said.length);
  };
  unique(places.map(({ path }) => path));
  unique(places.map(({ letter }) => letter));
  unique(places.map(({ entry }) => entry));
  for (const { path } of places) expect(path).toMatch(/^\/admin\/([a-z:]+\/)*$/);
});

test("a page whose file did not come is asked for again, and one that came is at hand", async () => {
  let asked = 0;
  const Page = () => null;
  const load = async () => {
    if (++asked === 1) throw new TypeError("no network");
    return Page;
  };
  const place = { ...aPlace("/admin/x/"), load };
  await expect(loadPage(place)).rejects.toThrow("no network");
  expect(pageAtHand(place)).toBeNull();
  expect(await loadPage(place)).toBe(Page);
  expect(await loadPage(place)).toBe(Page);
  expect(pageAtHand(place)).toBe(Page);
  expect(asked).toBe(2);
});
