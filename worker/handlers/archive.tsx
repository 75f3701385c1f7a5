import { ArchivePage } from "../../src/pages/archive-page.tsx";
import { MonthPage } from "../../src/pages/month-page.tsx";
import { YearPage } from "../../src/pages/year-page.tsx";
import { findMonth, findYear, listYears } from "../db/read/archive.ts";
import { BlogError } from "../errors.ts";
import { type PublicHandler, page, siteOf } from "./answers.tsx";
import { answerPost } from "./posts.tsx";

export const showArchive: PublicHandler = async (_params, context) => {
  const years = await listYears(context.reader);
  return page(<ArchivePage site={siteOf(context)} years={years} />, ["archive"]);
};

export const showYear: PublicHandler = async ({ year }, context) => {
  const found = await findYear(context.reader, String(year));
  if (!found) throw new BlogError("missing", "Nothing was written that year");
  if ("stored" in found) return answerPost(found.stored, context);
  return page(<YearPage site={siteOf(context)} year={String(year)} months={found.archive} />, [
    `year:${year}`,
  ]);
};

export const showMonth: PublicHandler = async ({ year, month, page: number }, context) => {
  const name = `${year}-${month}`;
  const found = await findMonth(context.reader, name, number);
  if (!found) throw new BlogError("missing", "Nothing was written that month");
  if ("stored" in found) return answerPost(found.stored, context);
  return page(<MonthPage site={siteOf(context)} month={name} list={found.archive} />, [
    found.archive.name,
  ]);
};
