import { Isolate } from "../../../worker/cache/isolate.ts";
import { type BlogState, POSTS, postTags } from "./blog.ts";
import type { World } from "./world.ts";

/** Above those that every post begins with. */
let nextComment = 10_000;

type Post = NonNullable<BlogState["posts"][number]>;

/** What happens to a blog: each is one transaction and, where it changes something public, one message. */
export const events = {
  comment: (world: World, id = somePost(world)) =>
    write(world, [`post:${id}`, "comments"], false, (blog) =>
      withPost(blog, id, (post) => ({ ...post, comments: [...post.comments, nextComment++] })),
    ),
  removeComment(world: World, id = somePost(world)) {
    const comment = world.d1.primary.blog.posts[id]?.comments.at(-1);
    if (comment === undefined || isRefused(world)) return;
    world.removed.set(`c${comment}`, world.clock.now());
    write(world, [`post:${id}`, "comments"], true, (blog) =>
      withPost(blog, id, (post) => ({ ...post, comments: post.comments.slice(0, -1) })),
    );
  },
  edit: (world: World, id = somePost(world)) =>
    write(world, postTags(id), false, (blog) =>
      withPost(blog, id, (post) => ({ ...post, version: post.version + 1 })),
    ),
  removePost(world: World, id = somePost(world)) {
    const post = world.d1.primary.blog.posts[id];
    if (!post || isRefused(world)) return;
    for (const name of [`p${id}v\\d+`, ...post.comments.map((comment) => `c${comment}`)])
      world.removed.set(name, world.clock.now());
    write(world, postTags(id), true, (blog) => ({ ...blog, posts: { ...blog.posts, [id]: null } }));
  },
  publish(world: World, id = somePost(world)) {
    if (world.d1.primary.blog.posts[id] || isRefused(world)) return;
    world.removed.delete(`p${id}v\\d+`);
    const post = { version: nextComment++, comments: [] };
    write(world, postTags(id), false, (blog) => ({
      ...blog,
      posts: { ...blog.posts, [id]: post },
    }));
  },
  settings: (world: World) =>
    write(world, ["site"], false, (blog) => ({ ...blog, title: blog.title + 1 })),
  /** D1 as it was some seconds ago, with a new generation, as the restore command leaves it. */
  restore(world: World, seconds: number) {
    if (isRefused(world)) return;
    events.timeTravel(world, seconds);
    const generation = `restored ${world.clock.now()}`;
    world.d1.write((database) => ({
      ...database,
      record: { put_seq: -1, put_build: "", put_at: "", generation },
    }));
    world.queue.send({ kind: "restored", generation });
  },
  /** D1 as it was some seconds ago: nobody is told. */
  timeTravel(world: World, seconds: number) {
    world.note(`back by ${seconds}`);
    const { d1, clock } = world;
    const then = d1.history.filter(({ at }) => at <= clock.now() - seconds * 1_000).at(-1);
    if (!then) return;
    const before = namesIn(d1.primary.blog);
    d1.write(() => then.database);
    world.restoredAt = clock.now();
    const after = namesIn(d1.primary.blog);
    for (const name of before) if (!after.has(name)) world.removed.set(name, clock.now());
    for (const name of after) world.removed.delete(name);
  },
  /** Old and new isolates stand side by side for a while. */
  release(world: World) {
    world.note("release");
    world.build += "x";
    world.memory = { site: null, pages: new Map() };
    for (const place of world.isolates)
      for (const at of place.keys())
        void world.clock.wait(world.random() * 30_000).then(() => {
          place[at] = { isolate: new Isolate(), build: world.build };
        });
  },
  /** Isolates come and go. */
  evict(world: World, consumers = 0.5) {
    world.note("evict");
    for (const place of world.isolates) place[0] = { isolate: new Isolate(), build: world.build };
    if (world.random() < consumers) world.memory = { site: null, pages: new Map() };
  },
  d1Down(world: World, seconds: number, hangs = false) {
    world.note(`D1 down ${seconds} ${hangs}`);
    Object.assign(world.d1, { downUntil: world.clock.now() + seconds * 1_000, hangs });
    world.downs.push([world.clock.now(), world.d1.downUntil]);
  },
  kvFails(world: World, seconds: number, hangs = false) {
    world.note(`KV fails ${seconds} ${hangs}`);
    Object.assign(world.kv, { failsUntil: world.clock.now() + seconds * 1_000, hangs });
  },
  kvRefuses(world: World, seconds: number) {
    world.note(`KV refuses ${seconds}`);
    world.kv.refusesUntil = world.clock.now() + seconds * 1_000;
    world.refusals.push([world.clock.now(), world.kv.refusesUntil]);
  },
};

/** Patterns of what the blog shows. */
const namesIn = ({ posts }: BlogState): Set<string> =>
  new Set(
    POSTS.flatMap((id) => {
      const post = posts[id];
      return post ? [`p${id}v\\d+`, ...post.comments.map((comment) => `c${comment}`)] : [];
    }),
  );

const somePost = ({ random }: World): number =>
  POSTS[Math.floor(random() * POSTS.length)] as number;

function withPost(blog: BlogState, id: number, change: (post: Post) => Post): BlogState {
  const post = blog.posts[id];
  return post ? { ...blog, posts: { ...blog.posts, [id]: change(post) } } : blog;
}

/** Nothing is written while D1 is down: whoever tries is told so. */
const isRefused = ({ clock, d1 }: World): boolean => clock.now() < d1.downUntil;

function write(
  world: World,
  tags: readonly string[],
  gone: boolean,
  change: (blog: BlogState) => BlogState,
): void {
  if (isRefused(world)) return;
  const row = world.d1.commit(change, tags, gone);
  world.note(`change ${row.seq}${gone ? " gone" : ""} ${tags.slice(0, 2)}`);
  world.queue.send({ kind: "change", ...row });
}
