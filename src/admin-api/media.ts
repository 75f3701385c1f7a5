import * as v from "valibot";
import { MAX_ALT, MAX_UPLOAD_BYTES, PART_BYTES } from "../media/limits.ts";
import { line, someLine } from "./fields.ts";

/** 32 hexadecimal digits: half of a hash. */
const KEY = /^[0-9a-f]{32}$/;
const HASH = /^[0-9a-f]{64}$/;
export const mediaKey = v.pipe(v.string(), v.regex(KEY, "This is no key of a file."));

const fileName = someLine(200);
const altText = line(MAX_ALT);
const seconds = v.nullable(v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(1_000_000)));

export const media = v.strictObject({
  key: mediaKey,
  name: v.string(),
  /** Decided by the bytes. */
  type: v.string(),
  bytes: v.number(),
  /** Pixels; null for what is no picture. */
  width: v.nullable(v.number()),
  height: v.nullable(v.number()),
  seconds: v.nullable(v.number()),
  alt: v.string(),
  createdAt: v.string(),
  /** The same picture in fewer pixels, narrow ones first. */
  sizes: v.array(v.strictObject({ width: v.number(), key: mediaKey })),
  /** Posts and static pages. */
  usedIn: v.number(),
  /** Whether whoever asks may rename and delete it. */
  own: v.boolean(),
});
export type Media = v.InferOutput<typeof media>;

export const mediaList = v.strictObject({
  items: v.array(media),
  next: v.nullable(v.string()),
});
export type MediaList = v.InferOutput<typeof mediaList>;

export const mediaAbout = v.strictObject({ name: fileName, alt: altText });
export type MediaAbout = v.InferOutput<typeof mediaAbout>;

/** What the address of a file that is sent may say of it. */
export const mediaQuery = v.strictObject({
  name: v.optional(v.string(), ""),
  alt: v.optional(altText, ""),
  seconds: v.optional(v.pipe(v.string(), v.transform(Number), v.finite(), v.minValue(0)), "0"),
  of: v.optional(mediaKey),
});

export const mediaUse = v.strictObject({
  id: v.number(),
  title: v.string(),
  path: v.string(),
  status: v.string(),
});
export type MediaUse = v.InferOutput<typeof mediaUse>;

/** A file that is to come in parts; their hashes say what it will be called, and find it again. */
export const newUpload = v.strictObject({
  name: fileName,
  bytes: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MAX_UPLOAD_BYTES)),
  type: line(100),
  parts: v.pipe(
    v.array(v.pipe(v.string(), v.regex(HASH, "This is no SHA-256 in hexadecimal."))),
    v.minLength(1),
    v.maxLength(Math.ceil(MAX_UPLOAD_BYTES / PART_BYTES)),
  ),
});
export type NewUpload = v.InferOutput<typeof newUpload>;

export const upload = v.strictObject({
  id: mediaKey,
  bytes: v.number(),
  partBytes: v.number(),
  /** Parts that are there, from 1. */
  parts: v.array(v.number()),
});
export type Upload = v.InferOutput<typeof upload>;

export const uploadDone = v.strictObject({ seconds });
