import { claimFromDemo } from "../../../db/write/imported.ts";
import { insertAuthor, insertCategory, insertTag } from "../../../db/write/save.ts";
import type { WxrTerm } from "../read/records.ts";
import type { Counted } from "../tally.ts";
import type { Trip } from "../trip.ts";

/** Authors, tags and categories come first, since posts name them. */
export async function writePeopleAndTerms(trip: Trip): Promise<void> {
  const { db, people, survey } = trip;
  for (const author of people.drafts.values())
    await write(trip, "authors", insertAuthor(db, author), claimFromDemo(db, "authors", author));
  for (const term of parentsFirst(survey.terms)) {
    const { slug, name, description, parent } = term;
    if (term.domain === "tag")
      await write(trip, "tags", insertTag(db, term), claimFromDemo(db, "tags", term));
    else {
      const draft = { slug, name, description, parent };
      const claim = claimFromDemo(db, "categories", term);
      await write(trip, "categories", insertCategory(db, draft), claim);
    }
  }
  await trip.batches.settle();
}

type Statement = ReturnType<typeof insertAuthor>;

/** What the demo had counts as new. */
const write = ({ batches, report }: Trip, kind: Counted, insert: Statement, claim: Statement) =>
  batches.add([claim, insert], 500, (changes) =>
    report.tally.imported(
      kind,
      changes.some((count) => count > 0),
    ),
  );

/** A circle of parents is opened where it is met. */
function parentsFirst(terms: ReadonlyMap<string, WxrTerm>): WxrTerm[] {
  const placed = new Set<WxrTerm>();
  for (const term of terms.values()) {
    const line = new Set<WxrTerm>();
    for (let at: WxrTerm | undefined = term; at && !placed.has(at) && !line.has(at); ) {
      line.add(at);
      at = at.parent ? terms.get(`${at.domain}:${at.parent}`) : undefined;
    }
    for (const one of [...line].reverse()) placed.add(one);
  }
  return [...placed];
}
