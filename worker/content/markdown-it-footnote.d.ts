declare module "markdown-it-footnote" {
  import type MarkdownIt from "markdown-it";

  const footnote: (md: MarkdownIt) => void;
  // biome-ignore lint/style/noDefaultExport: the package exports it so
  export default footnote;
}
