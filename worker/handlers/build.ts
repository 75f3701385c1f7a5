import manifest from "../../dist/manifest.json";

/** CSS that is put into every page, and what only pages have where somebody may write; made by `scripts/build.ts`. */
export const css: string = manifest.css;
export const talkCss: string = manifest.talkCss;
/** The hashes of both, as a source list of the Content-Security-Policy has them. */
export const cssHash: string = manifest.hashes.join("' '");

/** Where the authors' application lies, and what it loads first. */
export const admin = manifest.admin;

/** The address of the script that wakes islands. */
export const loader: string = manifest.loader;

/**
 * Names what renders: code, CSS, where files are, and whether the blog has an address of its own, which pages say to search engines. An
 * entry of another build is stale.
 */
export const buildOf = (origin: string, mediaOrigin = ""): string =>
  manifest.build + (origin ? "" : "-") + mediaOrigin.replace("https://", "@");
