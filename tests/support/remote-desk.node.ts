import { afterAll, beforeAll } from "vitest";
import { createToken } from "../../scripts/owner/tokens.ts";
import { type Options, publishInto } from "../../scripts/publish/from-disk.ts";
import { RemoteBlog } from "../../scripts/publish/remote.ts";
import { blogBehind } from "../../scripts/publish/remote-store.ts";
import { AuthorsDesk } from "./desk.node.ts";
import { type RunningBlog, serveBlog } from "./server.node.ts";

/** An author's desk whose blog is also served, so that it can be reached over HTTP with a token. */
export class RemoteDesk extends AuthorsDesk {
  #server: RunningBlog | undefined;
  #token = "";
  /** What the last publishing said of its progress. */
  said: string[] = [];

  constructor() {
    super();
    beforeAll(async () => {
      const wanted = { name: "test", days: undefined, remote: false, now: new Date() };
      const words = await createToken(this.desk.db, wanted);
      this.#token = words.split("\n")[0] ?? "";
      this.#server = await serveBlog(this.dir);
    });
    afterAll(() => this.#server?.stop());
  }

  get origin(): string {
    return this.#server?.origin ?? "";
  }

  remote = (): RemoteBlog => new RemoteBlog(this.origin, this.#token);

  page = (path: string): Promise<Response> => fetch(this.origin + path, { redirect: "manual" });

  /** As `npm run publish -- posts --remote URL`: "created posts/a.md" for each file. */
  async send(options: Options = {}, remote = this.remote()): Promise<string[]> {
    this.said = [];
    const say = (words: string) => this.said.push(words);
    const { root } = this;
    const blog = blogBehind({ remote, root, force: options.force ?? false, say });
    const published = await publishInto(blog, { root }, ["posts"], options);
    return published.map(({ kind, file }) => `${kind} ${file}`);
  }
}
