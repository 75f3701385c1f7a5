import type { Health } from "../../admin-api/health.ts";
import { ask } from "../api.ts";
import { useDeed } from "../deed.ts";
import { mayI, useMe } from "../me.ts";
import { Button } from "../parts/button.tsx";
import { useConfirm } from "../parts/confirm.tsx";
import { Said } from "../parts/states.tsx";
import { Time } from "../parts/time.tsx";
import { toast } from "../parts/toasts.tsx";
import { useWords } from "../words.ts";
import { WORDS } from "./words.ts";

type Letter = Health["dead"][number];

interface Props {
  readonly letters: readonly Letter[];
  readonly onChange: () => void;
}

/** Messages that failed too often: sent again, or let go. */
export function DeadLetters({ letters, onChange }: Props) {
  const words = useWords(WORDS);
  const { problem, run } = useDeed();
  const [confirm, dialog] = useConfirm();
  const decide = async ({ id }: Letter, action: "retry" | "discard") => {
    const question = { title: words.discardAsk, text: words.discardLong, yes: words.discard };
    if (action === "discard" && !(await confirm({ ...question, danger: true }))) return;
    const path = `/api/health/dead/${encodeURIComponent(id)}`;
    const done = await run(() => ask(path, { method: "POST", body: { action } }));
    if (done) toast(action === "retry" ? words.retried : words.discarded);
    onChange();
  };
  return (
    <section class="section">
      <h2>{words.dead}</h2>
      <p class="faded">{letters.length === 0 ? words.noDead : words.deadLong}</p>
      <Said problem={problem} />
      {letters.length > 0 && (
        <ul class="list">
          {letters.map((letter) => (
            <li key={letter.id}>
              <Line letter={letter} onDecide={(action) => decide(letter, action)} />
            </li>
          ))}
        </ul>
      )}
      {dialog}
    </section>
  );
}

interface LineProps {
  readonly letter: Letter;
  readonly onDecide: (action: "retry" | "discard") => void;
}

function Line({ letter: { queue, kind, at }, onDecide }: LineProps) {
  const words = useWords(WORDS);
  const me = useMe();
  return (
    <div class="entry">
      <div>
        <strong>{words.queues[queue]}</strong>
        <p class="facts">
          <code>{kind}</code>
          <Time at={at} />
        </p>
      </div>
      {mayI(me, "settings") && (
        <div class="row">
          <Button onClick={() => onDecide("retry")}>{words.retry}</Button>
          <Button look="bare" onClick={() => onDecide("discard")}>
            {words.discard}
          </Button>
        </div>
      )}
    </div>
  );
}
