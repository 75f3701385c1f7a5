import { ask } from "../../api.ts";
import { useDeed } from "../../deed.ts";
import { Button } from "../../parts/button.tsx";
import { Said } from "../../parts/states.tsx";
import { toast } from "../../parts/toasts.tsx";
import { useWords } from "../../words.ts";
import { WORDS } from "../words.ts";
import { EditLink, type LegalProps } from "./imprint-form.tsx";

/** What the blog keeps about people: the text comes out of the settings. */
export function PrivacyForm({ legal: { privacy, privacyText }, onWritten }: LegalProps) {
  const words = useWords(WORDS);
  const { busy, problem, run } = useDeed();
  const write = async () => {
    const done = await run(async () =>
      onWritten(await ask("/api/settings/privacy", { method: "PUT", body: {} })),
    );
    if (done) toast(words.written);
  };
  const isMissing = privacy.id === null;
  const state = isMissing
    ? words.privacyMissing
    : privacy.outdated
      ? words.privacyOutdated
      : words.privacyFine;
  return (
    <section class="section">
      <h2>{words.privacy}</h2>
      <p>{state}</p>
      <EditLink id={privacy.id} />
      <details class="fold">
        <summary>{words.privacyText}</summary>
        <pre class="privacy-text">{privacyText}</pre>
      </details>
      <Said problem={problem} />
      {(isMissing || privacy.outdated) && (
        <Button look="main" busy={busy} onClick={write}>
          {words.writePrivacy}
        </Button>
      )}
    </section>
  );
}
