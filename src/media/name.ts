/** Names that a Windows machine takes for devices. */
const DEVICES = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/**
 * Letters and digits of a file's name, and the ending that its bytes deserve. No folder, no mark that turns the writing, no dot
 * but the last one; at most 80 characters and the ending.
 */
export function cleanName(name: string, extension: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? "";
  const stem = last
    .replace(/\.\w+$/, "")
    .normalize("NFC")
    .replace(/[^\p{L}\p{N}_]+/gu, "-")
    .slice(0, 80)
    .toWellFormed()
    .replace(/[^\p{L}\p{N}_]+/gu, "-")
    .replace(/^-+|-+$/g, "");
  const safe = DEVICES.test(stem) ? `file-${stem}` : stem;
  return `${safe || "file"}.${extension}`;
}

/** RFC 6266: a name of plain letters for old programs, and the true one, escaped. */
export function disposition(kind: "inline" | "attachment", name: string): string {
  const plain = name.normalize("NFKD").replace(/[^\w.-]+/g, "");
  const fallback = /^[\w-]/.test(plain) ? plain : `file${plain}`;
  const full = encodeURIComponent(name).replace(/['()*]/g, escaped);
  return `${kind}; filename="${fallback}"; filename*=UTF-8''${full}`;
}

const escaped = (character: string): string =>
  `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
