import * as v from "valibot";
import { line, mailAddress, someLine, text, webAddress } from "./fields.ts";

const colour = v.nullable(
  v.pipe(v.string(), v.toLowerCase(), v.regex(/^#[0-9a-f]{6}$/, "A colour such as #7c1f1a.")),
);
const days = (most: number) => v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(most));

/** Colours of links and of the paper behind the text; null: the theme's own. */
const colours = v.strictObject({ link: colour, paper: colour });

export const podcast = v.strictObject({
  title: line(200),
  author: line(200),
  email: mailAddress,
  description: text(4_000),
  /** As Apple lists them: "Society & Culture". */
  category: line(100),
  /** Key of a square picture. */
  artwork: v.nullable(v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/))),
  explicit: v.boolean(),
  funding: webAddress,
});

/** What an owner decides about the blog as a whole. */
export const blogSettings = v.strictObject({
  title: someLine(100),
  tagline: line(300),
  lang: v.picklist(["de", "en"]),
  timeZone: someLine(64),
  /** Of the paths of new posts. */
  permalink: someLine(200),
  postsPerPage: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(20)),
  theme: v.strictObject({ light: colours, dark: colours }),
  podcast,
  /** Days after which it is deleted. */
  retention: v.strictObject({ spam: days(365), trash: days(365), figures: days(3_650) }),
});
export type BlogSettings = v.InferOutput<typeof blogSettings>;

/** Any of them; what is not named stays. */
export const blogSettingsChange = v.partial(blogSettings);

/** Who answers for the blog. */
export const imprint = v.strictObject({
  name: someLine(200),
  address: v.pipe(
    text(500),
    v.check((words) => words.trim() !== "", "This is missing."),
  ),
  email: mailAddress,
  phone: line(60),
});
export type Imprint = v.InferOutput<typeof imprint>;

const legalPage = v.strictObject({
  /** Of the static page; null where there is none. */
  id: v.nullable(v.number()),
  path: v.nullable(v.string()),
  /** Whether it still has gaps to be filled in, or says nothing. */
  empty: v.boolean(),
});

export const legal = v.strictObject({
  imprint: legalPage,
  /** `outdated`: the settings say something else by now than the text. */
  privacy: v.strictObject({ ...legalPage.entries, outdated: v.boolean() }),
  /** What the privacy page would say if it was written now, as Markdown. */
  privacyText: v.string(),
  /** Whether search engines are asked to stay away until the imprint is filled in. */
  hidden: v.boolean(),
});
export type Legal = v.InferOutput<typeof legal>;
