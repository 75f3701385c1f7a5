import { createHash } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import { isToken } from "../../worker/auth/tokens.ts";
import { BlogError } from "../../worker/errors.ts";
import type { MediaFile } from "../media-file.ts";

/** Milliseconds. What a request may take, and how long to wait before each new attempt. */
const TIMEOUT_MS = 60_000;
const WAITS_MS = [300, 1_500];

/** What may pass when it is asked again. */
const PASSING: readonly number[] = [429, 502, 503, 504];

/** A blog somewhere else, and the token that opens it. */
export class RemoteBlog {
  readonly #origin: string;
  readonly #token: string;

  /** Throws a sentence where the address or the token cannot be right. */
  constructor(address: string, token: string | undefined) {
    this.#origin = readAddress(address);
    this.#token = readToken(token);
  }

  /** Asks the API. Throws a sentence for whatever is no answer of a blog that took it. */
  async ask<To>(method: string, path: string, body?: unknown): Promise<To> {
    const json = body === undefined ? {} : { body: JSON.stringify(body) };
    const type = { "Content-Type": "application/json" };
    const answer = await this.#send(path, { method, ...json, headers: type });
    const text = await answer.text();
    if (!answer.ok) throw this.#refusal(answer, text);
    try {
      return JSON.parse(text) as To;
    } catch {
      throw this.#stranger(answer);
    }
  }

  /** Stores a file, unless the blog has it: then nothing is sent. */
  async keep({ key, name, bytes }: MediaFile): Promise<void> {
    const there = await this.#send(`/media/${key}/${encodeURIComponent(name)}`, { method: "HEAD" });
    if (there.ok) return;
    const hash = createHash("sha256").update(bytes).digest("hex");
    const body = bytes as Uint8Array<ArrayBuffer>;
    const address = `/api/media/${hash}?name=${encodeURIComponent(name)}`;
    const answer = await this.#send(address, { method: "PUT", body });
    const text = await answer.text();
    if (!answer.ok) throw this.#refusal(answer, text);
  }

  /** Tries again where that may help: nothing here does more when it is done twice. */
  async #send(path: string, init: RequestInit, tries = 0): Promise<Response> {
    const answer = await this.#try(path, init).catch((error: Error) => error);
    const wait = WAITS_MS[tries];
    const passes = answer instanceof Error || PASSING.includes(answer.status);
    if (passes && wait !== undefined) {
      await setTimeout(wait * (1 + Math.random()));
      return this.#send(path, init, tries + 1);
    }
    if (answer instanceof Error)
      throw new BlogError("unavailable", `There is no answer from ${this.#origin}.`);
    return answer;
  }

  #try(path: string, { headers, ...init }: RequestInit): Promise<Response> {
    return fetch(this.#origin + path, {
      ...init,
      headers: path.startsWith("/api/")
        ? { ...headers, Authorization: `Bearer ${this.#token}` }
        : {},
      // A token goes to the host that was named, and no further.
      redirect: "manual",
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  }

  #refusal(answer: Response, text: string): BlogError {
    const { status, headers } = answer;
    const target = headers.get("Location");
    if (status >= 300 && status < 400 && target) {
      const home = new URL(target, this.#origin).origin;
      return new BlogError("invalid", `${this.#origin} sends on to ${home}; please name that.`);
    }
    if (!headers.get("Content-Type")?.startsWith("application/problem+json")) {
      // Cloudflare's own words, when a Worker takes longer than its plan allows.
      const sentence = `${this.#origin} could not do it (${status}).`;
      return status < 500 ? this.#stranger(answer) : new BlogError("unavailable", sentence);
    }
    const { detail = `The blog says ${status}.` } = JSON.parse(text) as { detail?: string };
    if (status === 401)
      return new BlogError("unauthorized", `${this.#origin} does not accept the token. ${HOW}`);
    if (status >= 500) return new BlogError("unavailable", `${this.#origin}: ${detail}`);
    return new BlogError("invalid", detail);
  }

  /** Every answer of this Worker says what it cost, of older ones too. */
  #stranger({ headers }: Response): BlogError {
    const isBlog = /\bd1;/.test(headers.get("Server-Timing") ?? "");
    const sentence = isBlog
      ? `The blog at ${this.#origin} is older than this command; please deploy it first.`
      : `At ${this.#origin} there is no blog of this kind.`;
    return new BlogError("invalid", sentence);
  }
}

const HOW = "npm run owner -- --token makes one, with --remote for a deployed blog.";

function readAddress(address: string): string {
  const url = URL.parse(address);
  if (!url || !/^https?:$/.test(url.protocol) || url.pathname !== "/" || url.search || url.hash)
    throw new BlogError(
      "invalid",
      "--remote needs the blog's address, such as https://blog.example",
    );
  if (url.username || url.password)
    throw new BlogError("invalid", "No password belongs into the address after --remote.");
  const isHere = /^(localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname);
  if (url.protocol !== "https:" && !isHere)
    throw new BlogError(
      "invalid",
      "--remote needs an address with https://, so that nobody on the way reads the token.",
    );
  return url.origin;
}

function readToken(token = ""): string {
  if (!token) throw new BlogError("invalid", `Please put a token into RANDNOTIZ_TOKEN. ${HOW}`);
  if (!isToken(token.trim()))
    throw new BlogError("invalid", `What stands in RANDNOTIZ_TOKEN is no token. ${HOW}`);
  return token.trim();
}
