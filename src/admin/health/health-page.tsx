import type { Health } from "../../admin-api/health.ts";
import { useAsked } from "../asked.ts";
import { Button } from "../parts/button.tsx";
import { PageHead } from "../parts/page-head.tsx";
import { Answered } from "../parts/states.tsx";
import { Time } from "../parts/time.tsx";
import { useWords } from "../words.ts";
import { Caches } from "./caches.tsx";
import { DeadLetters } from "./dead-letters.tsx";
import { Bindings, Budgets } from "./measures.tsx";
import { WORDS } from "./words.ts";

/** How the blog is at work. */
export function HealthPage() {
  const words = useWords(WORDS);
  const asked = useAsked<Health>("/api/health");
  return (
    <>
      <PageHead title={words.title}>
        <Button busy={asked.busy} onClick={asked.reload}>
          {words.again}
        </Button>
      </PageHead>
      <Answered asked={asked}>
        {(health) => (
          <>
            {isFine(health) && <p class="said">{words.fine}</p>}
            <div class="halves">
              <Clock cron={health.cron} />
              <Outbox outbox={health.outbox} />
              <Bindings bindings={health.bindings} />
              <Budgets budgets={health.budgets} />
            </div>
            <DeadLetters letters={health.dead} onChange={asked.reload} />
            <Caches cachedAt={health.cachedAt} />
          </>
        )}
      </Answered>
    </>
  );
}

const isFine = ({ cron, dead, bindings, outbox }: Health): boolean =>
  !cron.late &&
  dead.length === 0 &&
  outbox.waiting === 0 &&
  Object.values(bindings).every((milliseconds) => milliseconds !== null);

function Clock({ cron: { at, late } }: Pick<Health, "cron">) {
  const words = useWords(WORDS);
  return (
    <section class="section">
      <h2>{words.clock}</h2>
      <p class="faded">{words.clockLong}</p>
      <p>
        {at === null ? (
          words.clockNever
        ) : (
          <>
            {words.clockAt}: <Time at={at} />
          </>
        )}
      </p>
      {late && <p class="error">{words.clockLate}</p>}
    </section>
  );
}

function Outbox({ outbox: { waiting, oldest } }: Pick<Health, "outbox">) {
  const words = useWords(WORDS);
  return (
    <section class="section">
      <h2>{words.outbox}</h2>
      <p class="faded">{words.outboxLong}</p>
      <p>
        {waiting === 0 ? words.outboxEmpty : words.outboxWaiting(waiting)}
        {oldest !== null && (
          <>
            , {words.oldest} <Time at={oldest} />
          </>
        )}
      </p>
    </section>
  );
}
