/** What the theme has by itself, as src/styles/palette.css says. */
export const OWN_COLOURS = {
  light: { paper: "#fdfcf8", ink: "#1f1c18", faded: "#4f4a42", link: "#7c1f1a" },
  dark: { paper: "#191816", ink: "#e9e4da", faded: "#b9b2a5", link: "#f2b0a4" },
} as const;

/** Of text and its background: www.w3.org/TR/WCAG22/#contrast-enhanced, #contrast-minimum */
export const MIN_TEXT = 7;
export const MIN_LINK = 4.5;

/** From 1 to 21, of two colours such as "#7c1f1a": www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
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
