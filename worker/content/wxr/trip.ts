import type { D1Database } from "@cloudflare/workers-types";
import type { UtcTime } from "../../../src/model.ts";
import { findTimeZone } from "../../db/write/imported.ts";
import { Addresses } from "./addresses.ts";
import type { AttachedFile } from "./body/media-codes.ts";
import type { OldBlog } from "./read/blog.ts";
import type { Survey } from "./read/survey.ts";
import { guessTimeZone } from "./read/time-zone.ts";
import { Report } from "./report.ts";
import { Batches } from "./write/batches.ts";
import type { Library, PendingMedia } from "./write/library.ts";
import { People } from "./write/people.ts";
import { uploadPathOf } from "./write/uploads.ts";

/** Everything that the second reading of an export works with. */
export interface Trip {
  readonly db: D1Database;
  readonly batches: Batches;
  readonly report: Report;
  readonly survey: Survey;
  readonly blog: OldBlog;
  readonly addresses: Addresses;
  readonly people: People;
  readonly library: Library | null;
  /** Attachments by their path below the uploads folder. */
  readonly filesByPath: ReadonlyMap<string, AttachedFile>;
  readonly media: PendingMedia;
  /** Keys of media that this run stored first, and of each attachment that came along. */
  readonly freshMedia: Set<string>;
  readonly attachments: string[];
  /** Comment ids that this run has met. */
  readonly metIds: Set<number>;
  readonly timeZone: string;
  readonly fallbackTime: UtcTime;
}

/** Plans the second reading out of what the first found. */
export async function planTrip(
  db: D1Database,
  survey: Survey,
  library: Library | null,
  now: UtcTime,
): Promise<Trip> {
  const { blog } = survey;
  const addresses = new Addresses(db, blog);
  await addresses.plan(survey.candidates);
  survey.forgetCandidates();
  const report = new Report();
  report.moved = addresses.moved;
  return {
    ...{ db, survey, blog, addresses, report, library },
    batches: new Batches(db),
    people: new People(survey.authors.values()),
    filesByPath: new Map(
      [...survey.files.values()].map((file) => [pathOf(file.url, blog) ?? file.url, file]),
    ),
    media: new Map(),
    freshMedia: new Set(),
    attachments: [],
    metIds: new Set(),
    timeZone:
      (await findTimeZone(db)) ?? guessTimeZone([...survey.clocks.values()], blog.lang) ?? "UTC",
    fallbackTime: blog.exportedAt ?? now,
  };
}

const pathOf = (url: string, blog: OldBlog): string | null =>
  uploadPathOf(new URL(url), blog.hosts);
