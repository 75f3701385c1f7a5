/** A type that may be stored, and the ending it gets. */
export interface MediaType {
  readonly type: string;
  readonly extension: string;
}

/**
 * What a file is by its first bytes, whatever it calls itself; null for everything that is not on the list, SVG, HTML and
 * scripts among it.
 */
export function mediaTypeOf(head: Uint8Array): MediaType | null {
  const text = String.fromCharCode(...head.subarray(0, 16));
  const found = SIGNATURES.find(([pattern]) => pattern.test(text));
  return found ? { type: found[1], extension: found[2] } : null;
}

/** The ending of a type's files; "bin" for one that is none of ours. */
export const extensionOf = (type: string): string =>
  SIGNATURES.find(([, known]) => known === type)?.[2] ?? "bin";

/** Whether a name's ending promises the same kind of thing: a picture that is none was made to deceive. */
export function fitsName({ type }: MediaType, name: string): boolean {
  const ending = /\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? "";
  const family = FAMILIES.find(([endings]) => endings.test(ending))?.[1];
  return family !== undefined && type.startsWith(family);
}

const SIGNATURES: readonly (readonly [RegExp, string, string])[] = [
  [/^\xFF\xD8\xFF/, "image/jpeg", "jpg"],
  [/^\x89PNG\r\n/, "image/png", "png"],
  [/^GIF8[79]a/, "image/gif", "gif"],
  [/^RIFF[\s\S]{4}WEBP/, "image/webp", "webp"],
  [/^[\s\S]{4}ftypavi[fs]/, "image/avif", "avif"],
  [/^RIFF[\s\S]{4}WAVE/, "audio/wav", "wav"],
  [/^[\s\S]{4}ftyp(M4A|M4B)/, "audio/mp4", "m4a"],
  [/^[\s\S]{4}ftyp(isom|iso[2-6]|mp4[12]|avc1|M4V|qt |dash|MSNV)/, "video/mp4", "mp4"],
  [/^(ID3|\xFF[\xF2-\xF7\xFA-\xFF])/, "audio/mpeg", "mp3"],
  [/^OggS/, "audio/ogg", "ogg"],
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a file starts with it
  [/^\x1A\x45\xDF\xA3/, "video/webm", "webm"],
  [/^%PDF-/, "application/pdf", "pdf"],
];

const FAMILIES: readonly (readonly [RegExp, string])[] = [
  [/^(jpe?g|jpe|jfif|png|gif|webp|avif)$/, "image/"],
  [/^(mp3|m4a|m4b|og[ga]|opus|wav|mpga)$/, "audio/"],
  [/^(mp4|m4v|mov|webm)$/, "video/"],
  [/^pdf$/, "application/pdf"],
];
