import { useEffect, useState } from "preact/hooks";
import { de } from "../../i18n/admin/de/overview.ts";
import { en } from "../../i18n/admin/en/overview.ts";
import { useDeed } from "../deed.ts";
import { mayI, useMe } from "../me.ts";
import { PageHead } from "../parts/page-head.tsx";
import { Busy, Said } from "../parts/states.tsx";
import { NewPost } from "../posts/new-post.tsx";
import { useWords } from "../words.ts";
import { Comments, Drafts, Scheduled } from "./columns.tsx";
import { askOverview, type Overview } from "./overview.ts";

/** What waits, what is scheduled, what was begun. */
export function OverviewPage() {
  const words = useWords({ de, en });
  const me = useMe();
  const [overview, setOverview] = useState<Overview | null>(null);
  const { problem, run } = useDeed();
  const load = () => run(async () => setOverview(await askOverview(me.waiting)));
  useEffect(() => {
    load();
  }, []);
  return (
    <>
      <PageHead title={words.hello(me.name)}>
        {mayI(me, "posts.own") && <NewPost kind="post" />}
      </PageHead>
      <Said problem={problem} onAgain={load} />
      {!overview && !problem && <Busy />}
      {overview && <Whole overview={overview} />}
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
          {words.warnings[code] ?? code}
        </p>
      ))}
      <div class="tiles">
        <a class={waiting > 0 ? "tile urgent" : "tile"} href="/admin/comments/">
          <strong>{waiting}</strong> {words.waiting(waiting)}
        </a>
        <a class="tile" href="/admin/posts/?status=scheduled">
          <strong>{scheduled.length}</strong> {words.scheduled}
        </a>
        <a class="tile" href="/admin/posts/?status=draft">
          <strong>{drafts.length}</strong> {words.drafts}
        </a>
        {spam > 0 && (
          <a class="tile" href="/admin/comments/?status=spam">
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
