import type { Case, Signal } from "../spam.ts";

/** Praise that fits every post of every blog: an adjective and a word for the place, instead of for what it says. */
const KIND = new Set([
  ..."great nice awesome amazing wonderful excellent informative helpful fantastic".split(" "),
  ..."valuable useful toller tolle tollen super klasse schoner informativer".split(" "),
  ..."informative interessanter interessante hilfreicher hilfreiche guter gute".split(" "),
  ..."schone your this deine ihre eure dieser diese".split(" "),
]);
const PLACE = new Set([
  ..."post article blog site website webpage content information".split(" "),
  ..."beitrag artikel inhalt inhalte seite webseite homepage informationen infos".split(" "),
]);
/** And what is promised along with it. */
const PROMISES = [
  ...["thanks for sharing", "thank you for sharing", "keep it up", "keep up the"],
  ...["bookmarked", "bookmark", "weiter so", "lesezeichen", "weiterempfehlen", "come back"],
];

/** Words. Who has more to say speaks of something. */
const SHORT = 60;
const ONCE = 4;
const MORE = 6;

/** Flattery that brings a website along. */
export function emptyPraise({ words, url, addresses, known }: Case): Signal[] {
  if (known || (!url && addresses.length === 0) || words.length > SHORT) return [];
  const line = ` ${words.join(" ")} `;
  const praise = [
    ...words.flatMap((word, at) => {
      const next = words[at + 1] ?? "";
      return KIND.has(word) && PLACE.has(next) ? [`${word} ${next}`] : [];
    }),
    ...PROMISES.filter((promise) => line.includes(` ${promise} `)),
  ];
  const [first] = praise;
  if (first === undefined) return [];
  return [{ code: "word", detail: first, weight: praise.length > 1 ? MORE : ONCE }];
}
