import { permalink } from "../addresses.ts";
import { Rendered } from "../components/rendered.tsx";
import { Time } from "../components/time.tsx";
import { moderationWordsOf, reasonInWords } from "../i18n/moderation/words.ts";
import { langAttributes, wordsOf } from "../i18n/words.ts";
import type { Html, Path, Site, UtcTime } from "../model.ts";
import { DecisionPage } from "./decision-page.tsx";

/** A comment as whoever moderates sees it. */
export interface Reviewed {
  readonly status: "pending" | "approved" | "spam" | "trash";
  readonly name: string;
  readonly email: string | null;
  readonly url: string | null;
  readonly html: Html;
  readonly quote: string | null;
  readonly reasons: readonly { readonly code: string; readonly detail?: string }[];
  readonly createdAt: UtcTime;
  readonly lang: string;
  readonly postPath: Path;
  readonly postTitle: string;
}

interface Props {
  readonly site: Site;
  readonly comment: Reviewed;
}

/** A comment as it is stored, why it waits, and the buttons to decide with. */
export function ModerationPage({ site, comment }: Props) {
  const words = moderationWordsOf(site.lang);
  const choices = (["approve", "spam", "trash"] as const)
    .filter((action) => AFTER[action] !== comment.status)
    .map((action) => ({ action, label: words[action] }));
  return (
    <DecisionPage site={site} title={words.moderation} sentences={[]} choices={choices}>
      <ReviewedComment site={site} comment={comment} />
    </DecisionPage>
  );
}

const AFTER = { approve: "approved", spam: "spam", trash: "trash" } as const;

function ReviewedComment({ site, comment }: Props) {
  const words = moderationWordsOf(site.lang);
  const { quote, reasons } = comment;
  return (
    <>
      <Head site={site} comment={comment} />
      {quote && (
        <blockquote>
          <p>
            <small>{words.quote}:</small> {quote}
          </p>
        </blockquote>
      )}
      <blockquote class="answered" {...langAttributes(comment.lang, site.lang)}>
        <Rendered html={comment.html} class="prose" />
      </blockquote>
      {reasons.length > 0 && (
        <>
          <h2>{words.why}</h2>
          <ul>
            {reasons.map((reason) => (
              <li key={`${reason.code} ${reason.detail}`}>{reasonInWords(reason, site.lang)}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

/** Who, when and below what. */
function Head({ site, comment }: Props) {
  const words = moderationWordsOf(site.lang);
  const { name, email, url, createdAt, postPath, postTitle } = comment;
  return (
    <p class="meta">
      <b>{name || words.noName}</b>
      {email && <span>{email}</span>}
      {url && (
        <a href={url} rel="nofollow ugc noreferrer">
          {url}
        </a>
      )}
      <span>{words.status[comment.status]}</span>
      <Time time={createdAt} lang={site.lang} around={site.lang} timeZone={site.timeZone} />
      <span>
        {words.on} <a href={permalink(postPath)}>{postTitle || wordsOf(site.lang).untitled}</a>
      </span>
    </p>
  );
}
