import { closeSync, createReadStream, openSync, readSync } from "node:fs";

const HEAD_BYTES = 200;

/** The text of an export, a piece at a time, in the encoding that its first line names. */
export async function* readText(
  path: string,
  read: (bytes: number) => void,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encodingOf(path));
  for await (const chunk of createReadStream(path)) {
    read(chunk.length);
    yield decoder.decode(chunk, { stream: true });
  }
  yield decoder.decode();
}

/** Exports of the first years are in Latin-1 now and then. */
function encodingOf(path: string): string {
  const head = Buffer.alloc(HEAD_BYTES);
  const file = openSync(path, "r");
  readSync(file, head, 0, HEAD_BYTES, 0);
  closeSync(file);
  if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0x3c && head[1] === 0))
    return "utf-16le";
  const label = /encoding\s*=\s*["']([\w-]+)["']/.exec(head.toString("latin1"))?.[1] ?? "utf-8";
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return "utf-8";
  }
}
