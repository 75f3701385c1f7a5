import type { PostNames, PublishedFile, WritingDefaults } from "../../db/write/files.ts";
import { BlogError } from "../../errors.ts";
import type { PostFile } from "./post-file.ts";

/** A file beside a post, which was stored before. */
export interface SentPicture {
  readonly key: string;
  readonly name: string;
  /** Pixels; null for sound. */
  readonly width: number | null;
  readonly height: number | null;
}

/** A Markdown file as it is sent. */
export interface SentFile extends PostFile {
  /** By the paths that the text names them with. */
  readonly pictures: Readonly<Record<string, SentPicture>>;
}

/** What `POST /api/publish` takes: posts that are written together or not at all. */
export interface SentPosts {
  readonly files: readonly SentFile[];
  /** Files that made posts once and are not there any more, as far as it matters to these. */
  readonly missing: readonly string[];
  /** Those whose posts become drafts. */
  readonly gone: readonly string[];
  readonly force: boolean;
}

/** What `GET /api/files` answers. */
export interface KnownBlog {
  readonly defaults: WritingDefaults;
  readonly files: readonly PublishedFile[];
}

/** Characters of a file's name, and of a list's entries. */
const MAX_NAME = 1_024;
/** Characters of all front matter: beside the text there must be room for it in a row. */
const MAX_FIELDS = 32_768;
/** Names in one list. */
const MAX_NAMES = 1_000;

/** Reads what came in; unknown names and wrong types are refused in a sentence. */
export function parsePosts(body: unknown): SentPosts {
  const { files, missing, gone, force } = record(body, "The body", "files missing gone force");
  if (typeof force !== "boolean") throw wrong('"force" must be true or false');
  return {
    files: list(files, "files").map(parseFile),
    missing: names(missing, "missing"),
    gone: names(gone, "gone"),
    force,
  };
}

/** The names that `POST /api/files` asks for. */
export function parseNames(body: unknown): PostNames {
  const { files, ids, guids, paths } = record(body, "The body", "files ids guids paths");
  return {
    files: names(files, "files"),
    ids: names(ids, "ids"),
    guids: names(guids, "guids"),
    paths: names(paths, "paths"),
  };
}

function parseFile(value: unknown): SentFile {
  const file = record(value, "A file", "name fields lines markdown firstLine pictures");
  const name = text(file["name"], "name");
  if (!/\.(md|markdown)$/i.test(name)) throw wrong(`"${name}" is no name of a Markdown file`);
  const { markdown } = file;
  if (typeof markdown !== "string") throw wrong('"markdown" must be a text');
  const fields = record(file["fields"], "fields");
  if (JSON.stringify(fields).length > MAX_FIELDS) throw wrong("The front matter is too long");
  const lines = record(file["lines"], "lines");
  const pictures = record(file["pictures"], "pictures");
  return {
    ...{ name, fields, markdown: markdown.toWellFormed() },
    lines: mapValues(lines, (line) => integer(line, "lines") ?? 1),
    firstLine: integer(file["firstLine"], "firstLine") ?? 1,
    pictures: mapValues(pictures, parsePicture),
  };
}

function parsePicture(value: unknown): SentPicture {
  const picture = record(value, "A picture", "key name width height");
  const key = text(picture["key"], "key");
  const name = text(picture["name"], "name");
  if (!/^[0-9a-f]{32}$/.test(key)) throw wrong(`"${key}" is no key of a file`);
  if (!/^[\p{L}\p{N}_-]{1,80}\.\w{2,5}$/u.test(name)) throw wrong(`"${name}" is no file's name`);
  const width = integer(picture["width"], "width");
  return { key, name, width, height: integer(picture["height"], "height") };
}

/** An object with no other names than these; any, if none are given. */
function record(value: unknown, noun: string, known?: string): Record<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw wrong(`${noun} must be an object`);
  const other = Object.keys(value).find((name) => known && !known.split(" ").includes(name));
  if (other !== undefined) throw wrong(`${noun} has an unknown name, "${other.slice(0, 40)}"`);
  return value as Record<string, unknown>;
}

/** Entries are defined, not set: a name such as `__proto__` stays a name. */
const mapValues = <To>(from: Record<string, unknown>, to: (value: unknown) => To) =>
  Object.fromEntries(Object.entries(from).map(([name, value]) => [name, to(value)]));

function list(value: unknown, name: string): unknown[] {
  if (!Array.isArray(value) || value.length > MAX_NAMES)
    throw wrong(`"${name}" must be a list of at most ${MAX_NAMES}`);
  return value;
}

const names = (value: unknown, name: string): string[] =>
  list(value, name).map((one) => text(one, name));

function text(value: unknown, name: string): string {
  if (typeof value !== "string" || value.length > MAX_NAME || !/^[^\p{Cc}\p{Cs}]+$/u.test(value))
    throw wrong(`"${name}" must be short texts without control characters`);
  return value;
}

function integer(value: unknown, name: string): number | null {
  if (value === null) return null;
  if (typeof value !== "number" || !Number.isInteger(value) || value < 0 || value > 10_000_000)
    throw wrong(`"${name}" must be a whole number`);
  return value;
}

const wrong = (sentence: string) => new BlogError("invalid", `${sentence}.`);
