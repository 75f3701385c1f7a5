import { events } from "./events.ts";
import type { Plot } from "./story.ts";
import type { World } from "./world.ts";

/** Seconds: by then the first site entry is everywhere, and what is asked for often is stored. */
const WARM = 400;

type Moment = Plot[number];

const happens = (at: number, event: (world: World) => void): Moment => [at, event];

/** Every `step` seconds. */
const often = (from: number, to: number, step: number, event: (world: World) => void): Plot =>
  Array.from({ length: Math.floor((to - from) / step) }, (_, n) => happens(from + n * step, event));

const lose = (lost: number) => (world: World) => void Object.assign(world.queue.faults, { lost });

/** The interleavings in which caches of blogs have gone wrong. */
export const NAMED: Readonly<Record<string, Plot>> = {
  "an old render is put after a newer change": [
    happens(0, (world) => {
      world.latePuts = 1;
    }),
    ...often(WARM, WARM + 200, 20, (world) => events.edit(world, 1)),
    ...often(WARM + 7, WARM + 200, 31, (world) => events.comment(world, 1)),
  ],
  "two changes happen at once": [
    happens(WARM, (world) => events.edit(world, 1)),
    happens(WARM, (world) => events.comment(world, 2)),
  ],
  "a storm of comments on one post": often(WARM, WARM + 60, 0.3, (world) =>
    events.comment(world, 1),
  ),
  "a removal while the post is hot, in KV and being rendered": [
    ...often(WARM - 60, WARM + 5, 1, (world) => void world.visit(0, "/p/1/").catch(() => {})),
    happens(WARM, (world) => events.removePost(world, 1)),
    happens(WARM + 1, (world) => events.removeComment(world, 2)),
  ],
  "D1 is down right after a removal": [
    happens(WARM, (world) => events.removeComment(world, 1)),
    happens(WARM + 1, (world) => events.removePost(world, 2)),
    happens(WARM + 1.2, (world) => events.d1Down(world, 600)),
  ],
  "D1 hangs right after a removal": [
    happens(WARM, (world) => events.removePost(world, 1)),
    happens(WARM + 0.2, (world) => events.d1Down(world, 600, true)),
  ],
  "D1 is down right after a change of the settings": [
    happens(WARM, (world) => events.settings(world)),
    happens(WARM + 0.2, (world) => events.d1Down(world, 300)),
  ],
  "D1 is down right after a restore to an older point": [
    happens(WARM, (world) => events.removeComment(world, 1)),
    happens(WARM + 150, (world) => events.comment(world, 2)),
    happens(WARM + 400, (world) => events.restore(world, 320)),
    happens(WARM + 401, (world) => events.d1Down(world, 500)),
  ],
  "a restore, and new changes that take the old ones' numbers": [
    ...often(WARM, WARM + 50, 10, (world) => events.edit(world, 1)),
    happens(WARM + 300, (world) => events.timeTravel(world, 280)),
    ...often(WARM + 301, WARM + 380, 4, (world) => events.edit(world, 3)),
  ],
  "time travel soon after a write, with a consumer that knows nothing": [
    happens(WARM - 3, (world) => events.edit(world, 4)),
    happens(WARM + 1, (world) => events.edit(world, 1)),
    happens(WARM + 14, (world) => events.timeTravel(world, 15)),
    happens(WARM + 14, (world) => events.evict(world, 1)),
    happens(WARM + 15, (world) => events.edit(world, 6)),
  ],
  "KV refuses writes before a removal": [
    happens(WARM - 10, (world) => events.kvRefuses(world, 3_000)),
    happens(WARM, (world) => events.removePost(world, 1)),
  ],
  "KV refuses writes after a removal": [
    happens(WARM, (world) => events.removePost(world, 1)),
    happens(WARM + 20, (world) => events.kvRefuses(world, 3_000)),
    happens(WARM + 30, (world) => events.edit(world, 2)),
  ],
  "a first deploy with an empty KV": [happens(5, (world) => events.edit(world, 1))],
  "a release with the old build's entries in KV": [
    happens(WARM, (world) => events.release(world)),
    happens(WARM + 10, (world) => events.removePost(world, 1)),
    happens(WARM + 12, (world) => events.d1Down(world, 300)),
  ],
  "the message of a removal is lost": [
    happens(WARM, lose(1)),
    happens(WARM + 1, (world) => events.removePost(world, 1)),
    happens(WARM + 2, lose(0)),
  ],
  "KV hangs, then fails": [
    happens(WARM, (world) => events.kvFails(world, 100, true)),
    happens(WARM + 100, (world) => events.kvFails(world, 100)),
    happens(WARM + 50, (world) => events.removeComment(world, 1)),
  ],
};

const WRITES = [
  ...[events.comment, events.comment, events.comment, events.edit, events.edit],
  ...[events.removeComment, events.removePost, events.publish, events.settings],
] as const;

/** Anything, at any time; the seed decides. */
export function randomPlot(random: () => number, lasts: number): Plot {
  const sometime = () => 60 + random() * (lasts - 60);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const writes = Array.from({ length: 4 + Math.floor(random() * 16) }, () => {
    const event = pick(WRITES);
    return happens(sometime(), (world) => void event(world));
  });
  const faults = Array.from({ length: Math.floor(random() * 4) }, () =>
    happens(sometime(), pick(faultsOf(random))),
  );
  return [...writes, ...faults];
}

const faultsOf = (random: () => number): ((world: World) => void)[] => [
  (world) => events.d1Down(world, random() * 200, random() < 0.3),
  (world) => events.kvFails(world, random() * 100, random() < 0.5),
  (world) => events.kvRefuses(world, random() * 200),
  (world) => events.release(world),
  (world) => events.evict(world),
  (world) => events.restore(world, random() * 300),
  (world) => events.timeTravel(world, random() * 300),
  (world) => {
    Object.assign(world.queue.faults, {
      lost: random() * 0.3,
      repeated: random(),
      late: random() * 0.3,
    });
  },
  (world) => {
    world.latePuts = random();
  },
];
