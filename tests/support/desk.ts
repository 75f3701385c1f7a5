import type { Base, PostFields, PostFull } from "../../src/admin-api/posts.ts";
import type { Browser } from "./app.ts";

/** An author at work on a post, as the application is: it builds each save on the last. */
export class Writer {
  post!: PostFull;
  readonly browser: Browser;

  constructor(browser: Browser) {
    this.browser = browser;
  }

  async begin(fields: Partial<PostFields> = {}, kind: "post" | "page" = "post"): Promise<this> {
    const response = await this.browser.post("/api/posts", { kind, lang: "de" });
    this.post = await response.json();
    this.post.fields = { ...this.post.fields, ...fields };
    return this;
  }

  async open(id: number): Promise<this> {
    this.post = await (await this.browser.get(`/api/posts/${id}`)).json();
    return this;
  }

  save(fields: Partial<PostFields>, more: object = { auto: true }): Promise<Response> {
    const all = { ...this.post.fields, ...fields };
    return this.#send("PUT", "", { base: this.post.base, fields: all, ...more }, all);
  }

  publish(fields: Partial<PostFields> = {}, more: object = {}): Promise<Response> {
    const all = { ...this.post.fields, ...fields };
    const body = { base: this.post.base, fields: all, status: "published", date: null, ...more };
    return this.#send("POST", "/publish", body, all);
  }

  async #send(method: string, path: string, body: object, fields: PostFields): Promise<Response> {
    const response = await this.browser.ask(method, `/api/posts/${this.post.id}${path}`, body);
    if (response.status === 200) {
      const { base } = (await response.clone().json()) as { base: Base };
      this.post = { ...this.post, base, fields };
    }
    return response;
  }
}
