import type { Overview } from "../../admin-api/health.ts";
import { de } from "../../i18n/admin/de/overview.ts";
import { en } from "../../i18n/admin/en/overview.ts";
import { useAsked } from "../asked.ts";
import { mayI, useMe } from "../me.ts";
import { PageHead } from "../parts/page-head.tsx";
import { Answered } from "../parts/states.tsx";
import { NewPost } from "../posts/new-post.tsx";
import { useWords } from "../words.ts";
import { Comments, Drafts, Scheduled } from "./columns.tsx";

/** What waits, what is scheduled, what was begun. */
export function OverviewPage() {
  const words = useWords({ de, en });
  const me = useMe();
  const asked = useAsked<Overview>("/api/overview");
  return (
    <>
      <PageHead title={words.hello(me.name)}>
        {mayI(me, "posts.own") && <NewPost kind="post" />}
      </PageHead>
      <Answered asked={asked}>{(overview) => <Whole overview={overview} />}</Answered>
    </>
  );
}

function Whole({ overview }: { readonly overview: Overview }) {
  const words = useWords({ de, en });
  const { waiting, spam, scheduled, drafts, comments, warnings } = overview;
  return (
    <>
      {warnings.map(({ code }) => (
        <p class="said" key={code}>
          {words.warnings[code]}
        </p>
      ))}
      <div class="glances">
        <a class={waiting > 0 ? "glance urgent" : "glance"} href="/admin/comments/">
          <strong>{waiting}</strong> {words.waiting(waiting)}
        </a>
        <a class="glance" href="/admin/posts/?status=scheduled">
          <strong>{scheduled.length}</strong> {words.scheduled}
        </a>
        <a class="glance" href="/admin/posts/?status=draft">
          <strong>{drafts.length}</strong> {words.drafts}
        </a>
        {spam > 0 && (
          <a class="glance" href="/admin/comments/?status=spam">
            <strong>{spam}</strong> {words.spam}
          </a>
        )}
      </div>
      <div class="halves">
        <Drafts drafts={drafts} />
        <Scheduled posts={scheduled} />
      </div>
      <Comments comments={comments} />
    </>
  );
}
