import type { BlogSettings } from "../../../src/admin-api/settings.ts";
import { FieldError } from "../../errors.ts";

type Theme = BlogSettings["theme"];

/** What the theme has by itself, as src/styles/palette.css says. */
const OWN = {
  light: { paper: "#fdfcf8", ink: "#1f1c18", faded: "#4f4a42", link: "#7c1f1a" },
  dark: { paper: "#191816", ink: "#e9e4da", faded: "#b9b2a5", link: "#f2b0a4" },
} as const;

/** Of text and its background: www.w3.org/TR/WCAG22/#contrast-enhanced, #contrast-minimum */
const MIN_TEXT = 7;
const MIN_LINK = 4.5;

/** Refuses colours in which somebody could not read: text on paper, or a link on it. */
export function checkColours(theme: Theme): void {
  for (const mode of ["light", "dark"] as const) {
    const paper = theme[mode].paper ?? OWN[mode].paper;
    const link = theme[mode].link ?? OWN[mode].link;
    for (const text of [OWN[mode].ink, OWN[mode].faded])
      refuse(
        `theme.${mode}.paper`,
        contrast(text, paper),
        text === OWN[mode].ink ? MIN_TEXT : MIN_LINK,
      );
    refuse(`theme.${mode}.link`, contrast(link, paper), MIN_LINK);
  }
}

function refuse(field: string, found: number, least: number): void {
  if (found >= least) return;
  const sentence = `The contrast is ${found.toFixed(1)}:1 and must be ${least}:1 to be read.`;
  throw new FieldError(field, "contrast", sentence);
}

/** From 1 to 21: www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
export function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The style sheet that these colours are, and its hash for the Content-Security-Policy; null where there are none. */
export async function themeStyle(theme: Theme): Promise<{ css: string; hash: string } | null> {
  const light = rules(theme.light);
  const dark = rules(theme.dark);
  if (!light && !dark) return null;
  const night = dark && `@media (prefers-color-scheme:dark){:root{${dark}}}`;
  const css = `${light && `:root{${light}}`}${night}`;
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(css));
  return { css, hash: `sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}` };
}

const rules = ({ link, paper }: Theme["light"]): string =>
  [link && `--link:${link}`, paper && `--paper:${paper}`].filter(Boolean).join(";");
