import type { Tool } from "./tools.ts";

/** Lines on a square of 24, drawn by the colour of the text. */
const LINES: Readonly<Record<Tool["name"] | "preview" | "panel", string>> = {
  h2: "M4 5v14M13 5v14M4 12h9M17 12.5c0-3 4-3 4 0 0 2-4 4-4 6.500h4.200",
  h3: "M4 5v14M13 5v14M4 12h9M17 11h4l-2.300 3c3.300 0 3 5-.2 5-.9 0-1.500-.3-1.900-.8",
  bold: "M7 5h6a3.500 3.500 0 0 1 0 7H7zM7 12h7a3.500 3.500 0 0 1 0 7H7z",
  italic: "M10 5h8M6 19h8M14 5l-4 14",
  struck:
    "M4 12h16M17 7.500C16 5 8 4 8 8c0 1.500 1 2.500 3 3M7 16c1 4 10 4 10 0 0-.8-.3-1.500-.8-2",
  link: "M10 14a4 4 0 0 0 6 .4l3-3a4 4 0 0 0-5.700-5.700l-1.500 1.500M14 10a4 4 0 0 0-6-.4l-3 3a4 4 0 0 0 5.700 5.700l1.500-1.500",
  quote: "M9 7c-3 1-4 3-4 6v4h5v-5H6.500M19 7c-3 1-4 3-4 6v4h5v-5h-3.500",
  bullets: "M9 6h11M9 12h11M9 18h11M4.500 6h.01M4.500 12h.01M4.500 18h.01",
  numbers: "M10 6h10M10 12h10M10 18h10M4 5l1.500-1v5M4 15.500c0-2 3-2 3 0 0 1-3 2.500-3 3.500h3",
  code: "M8 7l-5 5 5 5M16 7l5 5-5 5",
  codeBlock: "M4 5h16v14H4zM9 10l-2 2 2 2M15 10l2 2-2 2",
  picture: "M4 5h16v14H4zM4 16l5-5 4 4 3-3 4 4M15 9h.01",
  footnote: "M4 19l5-13h1l5 13M6 14.500h7M18 4.500l1.500-1v6",
  divider: "M4 12h16M8 6h8M8 18h8",
  more: "M4 6h16M4 12h3M10.500 12h3M17 12h3M4 18h16",
  undo: "M9 14L4 9l5-5M4 9h10a6 6 0 0 1 0 12h-3",
  redo: "M15 14l5-5-5-5M20 9H10a6 6 0 0 0 0 12h3",
  preview: "M2 12s4-7 10-7 10 7 10 7-4 7-10 7-10-7-10-7zM12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6",
  panel: "M4 5h16v14H4zM15 5v14",
};

/** A drawing without words: whoever shows it gives it a name. */
export const Icon = ({ name }: { readonly name: keyof typeof LINES }) => (
  <svg class="ed-drawing" viewBox="0 0 24 24" aria-hidden="true">
    <path d={LINES[name]} />
  </svg>
);
