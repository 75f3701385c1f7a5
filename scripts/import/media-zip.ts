import { closeSync, createReadStream, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Unzip, type UnzipFile, UnzipInflate } from "fflate";
import { BlogError } from "../../worker/errors.ts";
import { type Files, uploadKey } from "./media-folder.ts";

/** Bytes of one file, and of all: a small zip may hold a whole disk of zeros. */
const MAX_FILE_BYTES = 100_000_000;
const MAX_BYTES = 50_000_000_000;
const WANTED =
  /\.(jpe?g|jpe|jfif|png|gif|webp|avif|mp3|m4a|m4b|og[ga]|opus|wav|mp4|m4v|mov|webm|pdf|svg)$/i;

/** Unpacks a zip as a stream into a folder of its own, under numbers: no name of the zip becomes a path here. */
export async function unpackZip(source: string): Promise<{ files: Files } & Disposable> {
  const dir = mkdtempSync(join(tmpdir(), "randnotiz-media-"));
  const dispose = () => rmSync(dir, { recursive: true, force: true });
  const unpacking = new Unpacking(dir);
  try {
    for await (const chunk of createReadStream(source)) unpacking.push(chunk);
    unpacking.end();
  } catch (error) {
    dispose();
    if (error instanceof BlogError) throw error;
    throw new BlogError("malformed", `${source} is not a zip that can be read.`);
  }
  // Leaves with the process too, when that is stopped in the middle.
  process.once("exit", dispose);
  return { files: unpacking.files, [Symbol.dispose]: dispose };
}

class Unpacking {
  readonly files = new Map<string, string>();
  readonly #dir: string;
  readonly #unzip = new Unzip((file) => this.#unpack(file));
  #bytes = 0;
  #open = 0;
  #seen = false;

  constructor(dir: string) {
    this.#dir = dir;
    this.#unzip.register(UnzipInflate);
  }

  push(chunk: Uint8Array): void {
    if (!this.#seen && !(chunk[0] === 0x50 && chunk[1] === 0x4b)) throw new Error("no zip");
    this.#seen = true;
    this.#unzip.push(chunk);
  }

  end(): void {
    this.#unzip.push(new Uint8Array(0), true);
    if (this.#open > 0) throw new Error("cut off");
  }

  #unpack(file: UnzipFile): void {
    if (!WANTED.test(file.name)) return;
    const path = join(this.#dir, String(this.files.size));
    const target = openSync(path, "w");
    let bytes = 0;
    this.#open++;
    file.ondata = (error, data, final) => {
      if (error) throw error;
      bytes += data.length;
      this.#bytes += data.length;
      if (this.#bytes > MAX_BYTES) throw new BlogError("large", "The zip holds more than 50 GB.");
      // The rest of a file that is too large is not needed to refuse it.
      if (bytes <= MAX_FILE_BYTES + 1_000_000) writeSync(target, data);
      if (!final) return;
      closeSync(target);
      this.#open--;
    };
    this.files.set(uploadKey(file.name), path);
    file.start();
  }
}
