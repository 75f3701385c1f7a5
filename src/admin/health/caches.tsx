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

/** When the caches were renewed, and how to begin them anew. */
export function Caches({ cachedAt }: Pick<Health, "cachedAt">) {
  const words = useWords(WORDS);
  const me = useMe();
  const { busy, problem, run } = useDeed();
  const [confirm, dialog] = useConfirm();
  const rebuild = async () => {
    const question = { title: words.rebuildAsk, text: words.cachesLong, yes: words.rebuild };
    if (!(await confirm(question))) return;
    if (await run(() => ask("/api/health/rebuild", { method: "POST", body: {} })))
      toast(words.rebuilt);
  };
  return (
    <section class="section">
      <h2>{words.caches}</h2>
      <p>
        {cachedAt === null ? (
          words.neverCached
        ) : (
          <>
            {words.cachedAt}: <Time at={cachedAt} />
          </>
        )}
      </p>
      <Said problem={problem} />
      {mayI(me, "settings") && (
        <>
          <p class="faded">{words.cachesLong}</p>
          <Button busy={busy} onClick={rebuild}>
            {words.rebuild}
          </Button>
        </>
      )}
      {dialog}
    </section>
  );
}
