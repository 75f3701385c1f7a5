import manifest from "../../dist/manifest.json";

/** CSS that is put into every page, and its hash for the Content-Security-Policy; made by `scripts/build.ts`. */
export const css: string = manifest.css;
export const cssHash: string = manifest.cssHash;
