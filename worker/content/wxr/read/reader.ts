import { SaxesParser } from "saxes";
import { BlogError } from "../../../errors.ts";

/** An element of the export with everything below it. */
export interface XmlNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  text: string;
  readonly children: XmlNode[];
}

/** Characters of one record, and of one piece of text. D1 refuses a row over 2 MB anyway. */
const MAX_RECORD_CHARS = 32_000_000;
const MAX_TEXT_CHARS = 8_000_000;
/** Elements of one record: a post with some twenty thousand comments. */
const MAX_RECORD_NODES = 300_000;
const MAX_DEPTH = 12;

const WXR = /^https?:\/\/wordpress\.org\/export\/1\.\d+\/?$/;
/** The prefixes that we say for the namespaces, whatever the file says. */
const PREFIXES: readonly (readonly [RegExp, string])[] = [
  [WXR, "wp"],
  [/^https?:\/\/wordpress\.org\/export\/1\.\d+\/excerpt\/?$/, "excerpt"],
  [/^https?:\/\/purl\.org\/rss\/1\.0\/modules\/content\/?$/, "content"],
  [/^https?:\/\/purl\.org\/dc\/elements\/1\.1\/?$/, "dc"],
];

/**
 * Reads an export as a stream: yields each child of `<channel>` when it is complete, and forgets it. Refuses what is not a
 * whole WordPress export with one sentence.
 */
export async function* readExport(chunks: AsyncIterable<string>): AsyncGenerator<XmlNode> {
  const reader = new Reader();
  for await (const chunk of chunks) {
    reader.write(chunk);
    yield* reader.take();
  }
  reader.end();
  yield* reader.take();
}

class Reader {
  #parser = new SaxesParser({ position: false, xmlns: false as const });
  #prefixes = new Map<string, string>();
  #open: XmlNode[] = [];
  #done: XmlNode[] = [];
  #chars = 0;
  #nodes = 0;
  #sinceEvent = 0;
  #lastTitle = "";
  #ending = false;

  constructor() {
    this.#parser.on("doctype", () => {
      throw refuse("It contains a DOCTYPE, which no WordPress export has");
    });
    this.#parser.on("opentag", (tag) => this.#enter(tag.name, tag.attributes));
    this.#parser.on("closetag", () => this.#leave());
    this.#parser.on("text", (text) => this.#addText(text));
    this.#parser.on("cdata", (text) => this.#addText(text));
    this.#parser.on("error", () => {
      throw this.#broken();
    });
  }

  write(chunk: string): void {
    this.#sinceEvent += chunk.length;
    if (this.#sinceEvent > MAX_TEXT_CHARS) throw refuse("One of its texts is longer than 8 MB");
    // Old blogs hold control characters that XML forbids; nobody misses them.
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it removes
    this.#parser.write(chunk.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, ""));
  }

  end(): void {
    this.#ending = true;
    this.#parser.close();
  }

  take(): XmlNode[] {
    const done = this.#done;
    this.#done = [];
    return done;
  }

  #enter(name: string, attributes: Record<string, string>): void {
    this.#sinceEvent = 0;
    if (this.#open.length === 0) this.#readNamespaces(name, attributes);
    if (this.#open.length >= MAX_DEPTH) throw refuse("Its elements are nested too deeply");
    if (++this.#nodes > MAX_RECORD_NODES) throw refuse("One of its posts has too many parts");
    const node = { name: this.#ownName(name), attributes, text: "", children: [] };
    // Children of <rss> and <channel> are handed out, not kept.
    if (this.#open.length > 2) this.#open.at(-1)?.children.push(node);
    this.#open.push(node);
  }

  #leave(): void {
    this.#sinceEvent = 0;
    const node = this.#open.pop();
    if (!node || this.#open.length !== 2) return;
    const title = node.children.find((child) => child.name === "title")?.text.trim();
    if (node.name === "item" && title) this.#lastTitle = title.slice(0, 80);
    this.#done.push(node);
    this.#chars = 0;
    this.#nodes = 0;
  }

  #addText(text: string): void {
    this.#sinceEvent = 0;
    const node = this.#open.at(-1);
    if (!node || this.#open.length < 3) return;
    this.#chars += text.length;
    if (this.#chars > MAX_RECORD_CHARS) throw refuse("One of its posts is longer than 32 MB");
    node.text += text;
  }

  #readNamespaces(root: string, attributes: Record<string, string>): void {
    for (const [name, uri] of Object.entries(attributes)) {
      const known = PREFIXES.find(([pattern]) => pattern.test(uri.trim()));
      if (name.startsWith("xmlns:") && known) this.#prefixes.set(name.slice(6), known[1]);
    }
    if (root !== "rss" || ![...this.#prefixes.values()].includes("wp"))
      throw refuse("It is not a WordPress export (WXR 1.0 to 1.2)");
  }

  #ownName(name: string): string {
    const colon = name.indexOf(":");
    if (colon < 0) return name;
    const prefix = name.slice(0, colon);
    return `${this.#prefixes.get(prefix) ?? `other-${prefix}`}:${name.slice(colon + 1)}`;
  }

  #broken(): BlogError {
    const where = this.#lastTitle ? ` after the post “${this.#lastTitle}”` : "";
    if (this.#open.length === 0) return refuse("It is not a WordPress export: it is not XML");
    return refuse(
      this.#ending ? `It ends in the middle${where}` : `It is not well-formed XML${where}`,
    );
  }
}

const refuse = (reason: string): BlogError =>
  new BlogError("malformed", `The export cannot be read. ${reason}.`);
