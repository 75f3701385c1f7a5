import { afterEach, expect, test, vi } from "vitest";
import { pathOf } from "../../src/admin/router.tsx";

afterEach(() => {
  vi.unstubAllGlobals();
});

const BLOG = "https://blog.test";

/** A press on a link of the page /admin/posts/?status=draft. */
function press(href: string, { link = {}, keys = {} } = {}): string | null {
  vi.stubGlobal("location", new URL("/admin/posts/?status=draft", BLOG));
  const { origin, pathname, search, hash } = new URL(href, BLOG);
  const anchor = { origin, pathname, search, hash, target: "", hasAttribute: () => false, ...link };
  const event = { button: 0, target: { closest: () => anchor }, ...keys };
  return pathOf(event as unknown as MouseEvent);
}

test("a link within the application is followed without loading it anew", () => {
  expect(press("/admin/comments/?status=spam")).toBe("/admin/comments/?status=spam");
});

test.each([
  ["another host", press("https://other.test/admin/")],
  ["a page of the blog", press("/2026/01/hello/")],
  ["an address that only begins like the application", press("/administration/")],
  ["a place on the same page", press("/admin/posts/?status=draft#list")],
  ["another tab", press("/admin/", { link: { target: "_blank" } })],
  ["a download", press("/admin/", { link: { hasAttribute: () => true } })],
  ["Ctrl", press("/admin/", { keys: { ctrlKey: true } })],
  ["the middle button", press("/admin/", { keys: { button: 1 } })],
  ["what somebody dealt with", press("/admin/", { keys: { defaultPrevented: true } })],
])("a press is left to the browser: %s", (_, path) => {
  expect(path).toBeNull();
});
