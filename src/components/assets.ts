import { createContext } from "preact";

/** What the build made for pages; the Worker's renderer provides it. */
interface Assets {
  /** The whole style sheet, minified. It stands in the page, and the CSP allows it by its hash. */
  readonly css: string;
}

export const AssetsContext = createContext<Assets>({ css: "" });
