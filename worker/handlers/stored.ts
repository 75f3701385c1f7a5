import type { Rendered } from "../cache/ladder.ts";
import type { Clock } from "../cache/waiting.ts";
import { Reader } from "../db/read/reader.ts";
import type { Env } from "../env.ts";
import type { Match } from "./answers.tsx";
import { buildOf } from "./build.ts";
import { mediaOriginOf } from "./media-origin.ts";
import { render } from "./render.tsx";

/** How the consumer renders what it stores: as a reader's request would, but from the primary. */
export const renderStored =
  (env: Env, match: (url: URL) => Promise<Match | null>, clock: Clock) =>
  async (origin: string, path: string): Promise<Rendered<unknown>> => {
    const found = await match(new URL(origin + path));
    if (!found || "redirect" in found || !("cached" in found.route)) return { other: null, seq: 0 };
    const reader = new Reader(env.DB.withSession("first-primary"));
    const mediaOrigin = mediaOriginOf(env);
    const context = { origin, indexed: env.ORIGIN !== "", mediaOrigin, reader };
    const rendering = { context, build: buildOf(env.ORIGIN, mediaOrigin), now: clock.now() };
    return render({ ...found, route: found.route }, rendering);
  };
