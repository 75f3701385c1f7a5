import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { hostsOf } from "../../worker/content/comments/links.ts";
import { parseComment } from "../../worker/content/comments/parse.ts";
import { type Decision, decide } from "../../worker/content/comments/rules.ts";
import { shapeOf } from "../../worker/content/comments/spam/likeness.ts";
import { judge } from "../../worker/content/comments/spam.ts";
import { COMMENT_DEFAULTS, type CommentSettings } from "../../worker/db/write/settings.ts";

interface Sample {
  readonly name: string;
  readonly text: string;
  /** Of the post. */
  readonly lang: string;
  readonly url?: string;
  readonly seconds?: number;
  /** What stands in the trap. */
  readonly subject?: string;
}

const read = (name: string): Sample[] =>
  JSON.parse(readFileSync(`tests/fixtures/comments/${name}.json`, "utf8"));
const HONEST = read("honest");
const SPAM = read("spam");

const inputOf = ({ lang: _, ...fields }: Sample) => parseComment({ post: "/x/", ...fields });

/** What the blog remembers of the comments it got. */
class Memory {
  #shapes: string[] = [];
  #spam: string[] = [];
  readonly #hosts = new Map<string, { approved: number; spam: number }>();

  /** Takes a comment as the blog would, and says what became of it. */
  take(sample: Sample, settings: CommentSettings): string {
    const input = inputOf(sample);
    const facts = {
      ...{ secondsOnPage: input.seconds, honeypot: input.subject, known: false },
      ...{ hosts: this.#hosts, spamShapes: this.#spam.slice(-200) },
      ...{ recentShapes: this.#shapes.slice(-100), postLang: sample.lang },
    };
    const status = statusOf(
      decide(input, { ...PLACE, known: false }, settings, judge(input, facts)),
    );
    const shape = shapeOf(input.text);
    this.#shapes.push(shape);
    if (status === "spam") this.#spam.push(shape);
    for (const host of hostsOf(input)) {
      const history = this.#hosts.get(host) ?? { approved: 0, spam: 0 };
      if (status === "approved" || status === "spam") history[status]++;
      this.#hosts.set(host, history);
    }
    return status;
  }
}

const PLACE = {
  ...{ now: "2010-03-18T08:00:00Z", publishedAt: "2010-03-17T10:12:00Z" },
  ...{ postOpen: true, postHeld: false, reservedNames: ["Jule Brandt", "Henning Voss"] },
};
const statusOf = (decision: Decision): string =>
  "refused" in decision ? `refused: ${decision.refused}` : decision.status;

test("there are sixty of each", () => {
  expect([HONEST.length, SPAM.length]).toEqual([60, 60]);
});

describe.each([
  ["newcomers held", COMMENT_DEFAULTS, 0],
  ["nobody held", { ...COMMENT_DEFAULTS, hold: "none" } as const, 54],
])("with %s", (_name, settings, published) => {
  test.each([
    ["in turns", HONEST.flatMap((honest, at) => [honest, SPAM[at] as Sample])],
    ["the other way round", HONEST.flatMap((honest, at) => [SPAM[at] as Sample, honest])],
    ["one after the other", [...HONEST, ...SPAM]],
  ])("coming %s, no honest comment is spam and at most six of spam are seen", (_order, samples) => {
    const memory = new Memory();
    const statuses = samples.map((sample) => [sample, memory.take(sample, settings)] as const);
    const honest = statuses.filter(([sample]) => HONEST.includes(sample));
    expect(honest.filter(([, status]) => !/^(approved|pending)$/.test(status))).toEqual([]);
    const seen = statuses.filter(
      ([sample, status]) => SPAM.includes(sample) && status === "approved",
    );
    expect(seen.length).toBeLessThanOrEqual(6);
    const shown = honest.filter(([, status]) => status === "approved");
    expect(shown.length).toBeGreaterThanOrEqual(published);
  });
});

test.each(HONEST)("$name, whom the blog has never seen, is no spam", (sample) => {
  expect(new Memory().take(sample, COMMENT_DEFAULTS)).toBe("pending");
  expect(new Memory().take(sample, { ...COMMENT_DEFAULTS, hold: "none" })).not.toBe("spam");
});
