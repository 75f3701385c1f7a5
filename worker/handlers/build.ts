import manifest from "../../dist/manifest.json";

/** CSS that is put into every page, and its hash for the Content-Security-Policy; made by `scripts/build.ts`. */
export const css: string = manifest.css;
export const cssHash: string = manifest.cssHash;

/** The address of the script that wakes islands. */
export const loader: string = manifest.loader;

/**
 * Names what renders: code, CSS, and whether the blog has an address of its own, which pages say to search engines. An
 * entry of another build is stale.
 */
export const buildOf = (origin: string): string => manifest.build + (origin ? "" : "-");
