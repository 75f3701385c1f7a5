import { Observer } from "./observer.ts";
import { World } from "./world.ts";

/** What happens when, in seconds. */
export type Plot = readonly (readonly [at: number, event: (world: World) => void])[];

interface Story {
  readonly seed?: number;
  readonly edge?: boolean;
  /** Seconds until the end. */
  readonly lasts?: number;
  /** Seconds between two readers. */
  readonly every?: number;
  readonly before?: (world: World) => void;
}

/** Tells a plot in a world of its own, with cron and readers, and gives what readers saw that was promised never to be. */
export async function tell(plot: Plot, story: Story = {}): Promise<Observer> {
  const { seed = 1, edge = false, lasts = 600, every = 1, before } = story;
  const world = new World(seed);
  const observer = new Observer(world, edge);
  const start = world.clock.now();
  before?.(world);
  const at = (seconds: number, happens: () => unknown) =>
    void world.clock.wait(seconds * 1_000).then(happens);
  for (const [seconds, event] of plot) at(seconds, () => event(world));
  const cronAt = Math.floor(world.random() * 60);
  for (let second = cronAt; second < lasts; second += 60) at(second, () => world.cron());
  for (let second = 0; second < lasts; second += every)
    at(second + world.random(), () => observer.look());
  observer.log = world.log;
  await world.clock.runUntil(start + lasts * 1_000 + 5_000);
  return observer;
}
