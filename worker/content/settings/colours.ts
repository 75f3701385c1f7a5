import { contrast, MIN_LINK, MIN_TEXT, OWN_COLOURS } from "../../../src/admin-api/colours.ts";
import type { BlogSettings } from "../../../src/admin-api/settings.ts";
import { FieldError } from "../../errors.ts";

type Theme = BlogSettings["theme"];

/** Refuses colours in which somebody could not read: text on paper, or a link on it. */
export function checkColours(theme: Theme): void {
  for (const mode of ["light", "dark"] as const) {
    const paper = theme[mode].paper ?? OWN_COLOURS[mode].paper;
    const link = theme[mode].link ?? OWN_COLOURS[mode].link;
    for (const text of [OWN_COLOURS[mode].ink, OWN_COLOURS[mode].faded])
      refuse(
        `theme.${mode}.paper`,
        contrast(text, paper),
        text === OWN_COLOURS[mode].ink ? MIN_TEXT : MIN_LINK,
      );
    refuse(`theme.${mode}.link`, contrast(link, paper), MIN_LINK);
  }
}

function refuse(field: string, found: number, least: number): void {
  if (found >= least) return;
  const sentence = `The contrast is ${found.toFixed(1)}:1 and must be ${least}:1 to be read.`;
  throw new FieldError(field, "contrast", sentence);
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
