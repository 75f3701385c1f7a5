import type { Case, Signal } from "../spam.ts";
import { fold } from "../words.ts";

/** Things that are sold in comments, by the words they are sold with, no makers and no brands. A word may go on. */
const TOPICS: Readonly<Record<string, readonly string[]>> = {
  casino: [
    ..."casino slots jackpot roulette freispiel betting sportwetten".split(" "),
    ..."poker wettbonus bookmaker spins".split(" "),
  ],
  crypto: [
    ..."crypto krypto bitcoin forex trading wallet airdrop".split(" "),
    ..."token invest rendite broker".split(" "),
  ],
  seo: [
    ..."seo backlink ranking gastbeitrag guestpost traffic".split(" "),
    ..."suchmaschinenoptimierung linkaufbau".split(" "),
  ],
  pills: [
    ..."pills pillen tabletten pharmacy apotheke potenz prescription rezeptfrei".split(" "),
    ..."abnehm slimming weightloss supplement".split(" "),
  ],
  loans: "loan kredit darlehen sofortkredit schufa lender funding umschuldung".split(" "),
  goods: "replica essay escort follower likes dating luxusuhr diploma streaming".split(" "),
};

/** What only who sells says, as whole words without marks. */
const URGING = [
  ...["click here", "order now", "buy now", "sign up", "best price", "cheap", "discount"],
  ...["guarantee", "guaranteed", "contact me", "contact us", "risk free", "no risk", "bonus"],
  ...["limited offer", "per day", "per week", "whatsapp", "telegram", "hier klicken"],
  ...["klicken sie", "jetzt kaufen", "jetzt bestellen", "jetzt anmelden", "jetzt sichern"],
  ...["ohne risiko", "ohne schufa", "ohne rezept", "gunstig", "garantiert", "rabatt", "angebot"],
  ...["kontaktieren sie", "verdiene", "verdienen sie", "affordable", "apply now", "we offer"],
];

/** Where a trade goes on that sets no link: a messenger, a telephone, a mail address, a bare host. */
const CONTACT =
  /\b(?:whatsapp|telegram)\b|\+\d[\d ()-]{7,}\d|(?<![\w.+-])[\w.+-]{1,64}@[\w-]|\b[\w-]{2,60}\.[a-z]{2,24}\b/i;

/** Points for one word of a trade, for several, and for each way to urge. */
const ONE = 2;
const SEVERAL = 5;
const URGED = 3;
const MOST_URGED = 6;
/** Further points where the name or a host says it: people are not called "Cheap Loans". */
const NAMED = 5;

/** A trade and a way to get there. Who only talks about it leads nowhere. */
export function salesTalk({ name, url, text, words, addresses, leadsTo }: Case): Signal[] {
  if (addresses.length === 0 && !url && !CONTACT.test(text)) return [];
  const named = fold(`${name} ${leadsTo.join(" ")}`);
  const signals = Object.entries(TOPICS).flatMap(([topic, heads]): Signal[] => {
    const said = hits(words, heads);
    const weight = (said > 1 ? SEVERAL : said * ONE) + (hits(named, heads) > 0 ? NAMED : 0);
    return weight > 0 ? [{ code: "word", detail: topic, weight }] : [];
  });
  if (signals.length === 0) return [];
  const line = ` ${words.join(" ")} `;
  const urges = URGING.filter((urge) => line.includes(` ${urge} `));
  if (urges.length === 0) return signals;
  const weight = Math.min(urges.length * URGED, MOST_URGED);
  return [...signals, { code: "word", detail: urges.slice(0, 3).join(", "), weight }];
}

/** How many words of a list begin a word of the text. */
const hits = (words: readonly string[], heads: readonly string[]): number =>
  heads.filter((head) => words.some((word) => word.startsWith(head))).length;
