import { big32, joined, little32, toBytes } from "../../src/media/bytes.ts";

/** The heads of pictures, byte by byte; there is no picture in them that anybody could see. */
type Piece = Uint8Array | string | readonly number[];

const piece = (one: Piece): Uint8Array =>
  typeof one === "string" ? toBytes(one) : Uint8Array.from(one);
export const bytesOf = (...pieces: readonly Piece[]): Uint8Array<ArrayBuffer> =>
  joined(pieces.map(piece));

const short = (value: number) => [value >> 8, value & 255];
const shortLe = (value: number) => [value & 255, value >> 8];

/** EXIF with an orientation and a word. */
export const exif = (word: string, orientation = 1): Uint8Array =>
  bytesOf(
    ...["MM\0*", big32(8), short(2), short(0x0112), short(3), big32(1), short(orientation), "\0\0"],
    ...[short(0x010e), short(2), big32(word.length), big32(38), big32(0), word],
  );

export const segment = (marker: number, ...content: readonly Piece[]): Uint8Array => {
  const data = bytesOf(...content);
  return bytesOf([0xff, marker], short(data.length + 2), data);
};

export const jpeg = ({ width = 3, height = 2, more = [] as Piece[], behind = "" } = {}) =>
  bytesOf(
    ...[[0xff, 0xd8], segment(0xe0, "JFIF\0\x01\x01\0\0\x01\0\x01\0\0"), ...more],
    ...[segment(0xc0, [8], short(height), short(width), [1, 1, 0x11, 0])],
    ...[
      segment(0xda, [1, 1, 0, 0, 63, 0]),
      [0x12, 0xff, 0, 0xff, 0xd0, 0x34],
      [0xff, 0xd9],
      behind,
    ],
  );

export const chunk = (type: string, ...content: readonly Piece[]): Uint8Array => {
  const data = bytesOf(...content);
  return bytesOf(big32(data.length), type, data, "CRC.");
};

export const png = ({ width = 3, height = 2, more = [] as Piece[], behind = "" } = {}) =>
  bytesOf(
    ...["\x89PNG\r\n\x1a\n", chunk("IHDR", big32(width), big32(height), [8, 2, 0, 0, 0])],
    ...[...more, chunk("IDAT", "pixels"), chunk("IEND"), behind],
  );

export const gif = ({ width = 3, height = 2, more = [] as Piece[], behind = "" } = {}) =>
  bytesOf(
    ...["GIF89a", shortLe(width), shortLe(height), [0x80, 0, 0], "......", ...more],
    ...[[0x2c, 0, 0, 0, 0], shortLe(width), shortLe(height), [0, 2, 1, 0x44, 0], ";", behind],
  );

export const riff = (type: string, ...content: readonly Piece[]): Uint8Array => {
  const data = bytesOf(...content);
  return bytesOf(type, little32(data.length), data, data.length % 2 ? [0] : []);
};

const less = (value: number) => [...shortLe((value - 1) & 0xffff), (value - 1) >> 16];

export const webp = ({
  width = 3,
  height = 2,
  flags = 0,
  more = [] as Piece[],
  behind = "",
} = {}) => {
  const picture = riff("VP8 ", [0, 0, 0, 0x9d, 1, 0x2a], shortLe(width), shortLe(height), "abc");
  const content = bytesOf(
    ...["WEBP", riff("VP8X", [flags, 0, 0, 0], less(width), less(height)), picture, ...more],
  );
  return bytesOf("RIFF", little32(content.length), content, behind);
};

export const box = (type: string, ...content: readonly Piece[]): Uint8Array => {
  const data = bytesOf(...content);
  return bytesOf(big32(data.length + 8), type, data);
};

/** With an item of EXIF and one of XMP where they are given; `turned`: by a quarter. */
export const avif = ({
  width = 3,
  height = 2,
  tiff = "",
  xmp = "",
  turned = false,
  more = [] as Piece[],
} = {}) => {
  const items: readonly (readonly [string, string])[] = [
    ["av01", "pixels"],
    ["Exif", tiff && `\0\0\0\0${tiff}`],
    ["mime", xmp],
  ];
  const infos = items.map(([type], at) =>
    box("infe", [2, 0, 0, 0], short(at + 1), [0, 0], type, "\0"),
  );
  const head = (places: readonly Piece[]) =>
    bytesOf(
      box("ftyp", "avif", big32(0), "avifmif1"),
      box(
        "meta",
        ...[big32(0), box("hdlr", big32(0)), box("pitm", big32(0), short(1))],
        box("iinf", big32(0), short(items.length), ...infos),
        box(
          "iprp",
          box(
            "ipco",
            box("ispe", big32(0), big32(width), big32(height)),
            ...(turned ? [box("irot", [1])] : []),
          ),
        ),
        box("iloc", [0, 0, 0, 0, 0x44, 0], short(items.length), ...places),
      ),
      ...more,
    );
  const place = (at: number, from: number, length: number) =>
    bytesOf(short(at + 1), [0, 0], short(1), big32(from), big32(length));
  let from = head(items.map((_, at) => place(at, 0, 0))).length + 8;
  const places = items.map(([, content], at) => {
    from += content.length;
    return place(at, from - content.length, content.length);
  });
  return bytesOf(head(places), box("mdat", ...items.map(([, content]) => content)));
};
