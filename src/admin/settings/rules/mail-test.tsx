import { useState } from "preact/hooks";
import type { UtcTime } from "../../../model.ts";
import { ask } from "../../api.ts";
import { useDeed } from "../../deed.ts";
import { Button } from "../../parts/button.tsx";
import { TextField } from "../../parts/fields.tsx";
import { Said } from "../../parts/states.tsx";
import { Time } from "../../parts/time.tsx";
import { toast } from "../../parts/toasts.tsx";
import { useWords } from "../../words.ts";
import { WORDS } from "../words.ts";

/** Tries whether the blog can write to anybody. */
export function MailTest({ tested }: { readonly tested: UtcTime | null }) {
  const words = useWords(WORDS);
  const [to, setTo] = useState("");
  const { busy, problem, run } = useDeed();
  const send = async (event: Event) => {
    event.preventDefault();
    const done = await run(() => ask("/api/mail/test", { method: "POST", body: { to } }));
    if (done) toast(words.mailTestSent(to));
  };
  return (
    <form class="section" onSubmit={send}>
      <h2>{words.mailTest}</h2>
      <p>{words.mailTestLong}</p>
      <p class="faded">
        {tested === null ? (
          words.mailUntested
        ) : (
          <>
            {words.mailTested}: <Time at={tested} />
          </>
        )}
      </p>
      <TextField label={words.mailTestTo} type="email" value={to} onInput={setTo} required />
      <Said problem={problem} />
      <Button type="submit" busy={busy}>
        {words.mailTestSend}
      </Button>
    </form>
  );
}
