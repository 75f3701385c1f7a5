const OPEN = "<![CDATA[";
const CLOSE = "]]>";

/**
 * The same document with every CDATA section written as escaped text, and without the white space that a pretty printer put
 * around it: a section can be ended by the text inside it, escaped text cannot.
 */
export function plainXml(xml: string): string {
  const parts: string[] = [];
  let at = 0;
  for (let open = xml.indexOf(OPEN); open >= 0; open = xml.indexOf(OPEN, at)) {
    const close = xml.indexOf(CLOSE, open);
    if (close < 0) break;
    // Between two sections stands markup, or nothing where a library split one section in two.
    parts.push(xml.slice(at, open).trim());
    parts.push(escapeText(xml.slice(open + OPEN.length, close)));
    at = close + CLOSE.length;
  }
  parts.push(xml.slice(at).trimStart());
  return printable(parts.join(""));
}

/** The same text without characters that XML does not allow: one of them makes a whole feed unreadable. */
export const printable = (text: string): string => text.toWellFormed().replace(FORBIDDEN, "");

/** Text as XML says it, between tags. */
export const escapeText = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** What is not a `Char` of XML 1.0, section 2.2, beside lone surrogates. */
const FORBIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it drops
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;
