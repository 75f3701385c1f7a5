import { expect, test } from "vitest";
import { joined } from "../../src/media/bytes.ts";
import { inspectPicture, stripPicture } from "../../src/media/inspect.ts";
import { cleanName, disposition } from "../../src/media/name.ts";
import {
  avif,
  box,
  bytesOf,
  chunk,
  exif,
  gif,
  jpeg,
  png,
  riff,
  segment,
  webp,
} from "../support/pictures.ts";

const WORD = "Berlin 52.5N 13.4E";
const textOf = (bytes: Uint8Array) => String.fromCharCode(...bytes);
const PIXELS = ["pixels", "\x12\xff\0\xff\xd0\x34", "\x01\x44\0;", "abc"];
const exifText = (orientation = 1) => textOf(exif(WORD, orientation));
const MAKERS = { jpeg, png, gif, webp, avif } as const;
type Kind = keyof typeof MAKERS;
const KINDS = Object.keys(MAKERS) as Kind[];

/** Pictures that say where they were taken, by what hides it. */
const TALKATIVE: readonly (readonly [string, Uint8Array])[] = [
  ["EXIF of a JPEG", jpeg({ more: [segment(0xe1, "Exif\0\0", exif(WORD))] })],
  ["XMP of a JPEG", jpeg({ more: [segment(0xe1, `http://ns.adobe.com/xap/1.0/\0${WORD}`)] })],
  ["IPTC of a JPEG", jpeg({ more: [segment(0xed, `Photoshop 3.0\0${WORD}`)] })],
  ["a comment of a JPEG", jpeg({ more: [segment(0xfe, WORD)] })],
  ["a second EXIF", jpeg({ more: [0, 1].map(() => segment(0xe1, "Exif\0\0", exif(WORD, 6))) })],
  ["what follows a JPEG", jpeg({ behind: WORD })],
  ["a small picture in JFIF", jpeg({ more: [segment(0xe0, `JFXX\0${WORD}`)] })],
  ["a text of a PNG", png({ more: [chunk("tEXt", `Comment\0${WORD}`)] })],
  ["EXIF of a PNG", png({ more: [chunk("eXIf", exif(WORD, 3))] })],
  ["the time of a PNG", png({ more: [chunk("tIME", WORD)] })],
  ["what follows a PNG", png({ behind: WORD })],
  ["a comment of a GIF", gif({ more: [[0x21, 0xfe, WORD.length], WORD, [0]] })],
  ["XMP of a GIF", gif({ more: [[0x21, 0xff, 11], "XMP DataXMP", [WORD.length], WORD, [0]] })],
  ["what follows a GIF", gif({ behind: WORD })],
  ["EXIF of a WebP", webp({ flags: 0x1c, more: [riff("EXIF", exif(WORD, 8))] })],
  ["XMP of a WebP", webp({ flags: 0x14, more: [riff("XMP ", WORD)] })],
  ["what follows a WebP", webp({ behind: WORD })],
  ["EXIF of an AVIF", avif({ tiff: exifText() })],
  ["XMP of an AVIF", avif({ xmp: `<x>${WORD}</x>` })],
  ["a box of an AVIF", avif({ more: [box("uuid", WORD)] })],
];

test.each(TALKATIVE)("%s is found and taken out, and the picture stays", (_, bytes) => {
  const before = inspectPicture(bytes);
  expect(before).toMatchObject({ hasMetadata: true });
  const stripped = stripPicture(bytes);
  const clean = joined("pieces" in stripped ? stripped.pieces : []);
  expect(inspectPicture(clean)).toEqual({ ...before, hasMetadata: false });
  expect(textOf(clean)).not.toMatch(/Berlin|52\.5N/);
  expect(PIXELS.some((pixels) => textOf(clean).includes(pixels))).toBe(true);
});

test.each(KINDS)("the head of a %s says its size", (kind) => {
  const bytes = MAKERS[kind]({ width: 640, height: 480 });
  const found = { type: `image/${kind}`, width: 640, height: 480, orientation: 1 };
  expect(inspectPicture(bytes)).toEqual({ ...found, animated: false, hasMetadata: false });
  expect(stripPicture(bytes)).toEqual({ pieces: [bytes] });
});

test("a camera that was held upright is taken into account, and stays so", () => {
  const turned = [
    jpeg({ width: 640, height: 480, more: [segment(0xe1, "Exif\0\0", exif(WORD, 6))] }),
    png({ width: 640, height: 480, more: [chunk("eXIf", exif(WORD, 6))] }),
    webp({ width: 640, height: 480, flags: 8, more: [riff("EXIF", exif(WORD, 6))] }),
    avif({ width: 640, height: 480, turned: true, tiff: exifText() }),
  ];
  for (const bytes of turned) {
    expect(inspectPicture(bytes)).toMatchObject({ width: 480, height: 640 });
    const stripped = stripPicture(bytes);
    const clean = inspectPicture(joined("pieces" in stripped ? stripped.pieces : []));
    expect(clean).toMatchObject({ width: 480, height: 640, hasMetadata: false });
  }
});

test("what says how a picture looks stays: profiles, colours, repetition", () => {
  const kept = [
    jpeg({
      more: [segment(0xe2, "ICC_PROFILE\0\x01\x01data"), segment(0xee, "Adobe\0d\0\0\0\0\0")],
    }),
    png({ more: [chunk("iCCP", "data"), chunk("tRNS", "x"), chunk("acTL", "x")] }),
    gif({
      more: [[0x21, 0xff, 11], "NETSCAPE2.0", [3, 1, 0, 0, 0], [0x21, 0xf9, 4, 0, 0, 0, 0, 0]],
    }),
    webp({ flags: 0x20, more: [riff("ICCP", "data")] }),
  ];
  for (const bytes of kept) expect(inspectPicture(bytes)).toMatchObject({ hasMetadata: false });
});

test.each(KINDS)(
  "a %s that would unpack to more than 50 megapixels is refused by its head",
  (kind) => {
    const [width, height] = kind === "png" || kind === "avif" ? [64_000, 64_000] : [16_000, 16_000];
    expect(inspectPicture(MAKERS[kind]({ width, height }))).toEqual({ refused: "pixels" });
    expect(inspectPicture(MAKERS[kind]({ width: 0, height: 5 }))).toMatchObject({
      refused: expect.any(String),
    });
  },
);

test("a WebP whose canvas and picture differ is refused: either could be the flood", () => {
  const small = bytesOf(
    "RIFF",
    [200, 0, 0, 0],
    "WEBP",
    riff("VP8X", [0, 0, 0, 0, 0, 0, 0, 0, 0, 0]),
  );
  const flood = riff("VP8 ", [0, 0, 0, 0x9d, 1, 0x2a, 0xff, 0x3f, 0xff, 0x3f]);
  const bytes = bytesOf(small, flood);
  bytes[4] = bytes.length - 8;
  expect(inspectPicture(bytes)).toEqual({ refused: "broken" });
});

test.each([
  "<svg onload=alert(1)>",
  "<!doctype html>",
  "GIF89a=1;alert(1)//",
  "\x89PNG\r\n\x1a\n",
  "+ADw-script+AD4-",
  "\xef\xbb\xbf<html>",
  "\xff\xd8\xff",
  "RIFF\x04\0\0\0WEBP",
  "\0\0\0\x10ftypavif\0\0\0\0",
  "",
])("%j is no picture", (text) => {
  expect(inspectPicture(bytesOf(text))).toMatchObject({
    refused: expect.stringMatching(/type|broken/),
  });
});

test("a picture that is cut off at any byte, or has any byte changed, gives an answer", () => {
  for (const [, bytes] of TALKATIVE)
    for (let at = 0; at < bytes.length; at++) {
      const cut = inspectPicture(bytes.subarray(0, at));
      if (!("refused" in cut)) expect(cut.width).toBeGreaterThan(0);
      for (const value of [0, 1, 0x7f, 0x80, 0xff]) {
        const changed = Uint8Array.from(bytes);
        changed[at] = value;
        const stripped = stripPicture(changed);
        if ("refused" in stripped) continue;
        expect(inspectPicture(joined(stripped.pieces))).not.toMatchObject({ hasMetadata: true });
      }
    }
});

test("a picture that is too large is not read, and one of 10 MB of nothing is read fast", () => {
  const start = performance.now();
  const filled = (maker: (more: { behind: string }) => Uint8Array, value: number) => {
    const bytes = new Uint8Array(10 * 1_048_576).fill(value);
    const head = maker({ behind: "" });
    bytes.set(head.subarray(0, head.length - 12));
    return bytes;
  };
  for (const maker of [jpeg, png, gif, webp])
    for (const value of [0, 1, 0x21, 0xff]) inspectPicture(filled(maker, value));
  inspectPicture(bytesOf(avif(), new Uint8Array(10 * 1_000_000)));
  const tooLarge = bytesOf(jpeg(), new Uint8Array(10 * 1_048_576));
  expect(inspectPicture(tooLarge)).toEqual({ refused: "large" });
  expect(performance.now() - start).toBeLessThan(15_000);
});

test.each([
  ["../../etc/passwd", "passwd.png"],
  ["..\\..\\boot.ini", "boot.png"],
  ["a\0b.png", "a-b.png"],
  ["con.png", "file-con.png"],
  ["\u202egnp.exe", "gnp.png"],
  ['a";x=.html', "a-x.png"],
  [".htaccess", "file.png"],
  ["", "file.png"],
  ["Grüße aus Köln.JPG", "Grüße-aus-Köln.png"],
  ["x".repeat(300), `${"x".repeat(80)}.png`],
  [`${"x".repeat(79)}😀.png`, `${"x".repeat(79)}.png`],
])("the name %j becomes %s", (name, clean) => expect(cleanName(name, "png")).toBe(clean));

test("a name in a header is a plain one and an escaped one", () => {
  expect(disposition("inline", "Grüße'(1)*.png")).toBe(
    "inline; filename=\"Grue1.png\"; filename*=UTF-8''Gr%C3%BC%C3%9Fe%27%281%29%2A.png",
  );
  expect(disposition("attachment", "漢.png")).toBe(
    "attachment; filename=\"file.png\"; filename*=UTF-8''%E6%BC%A2.png",
  );
});
