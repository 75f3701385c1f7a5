import type { Legal } from "../../../admin-api/settings.ts";
import { useAsked } from "../../asked.ts";
import { Answered } from "../../parts/states.tsx";
import { useWords } from "../../words.ts";
import { WORDS } from "../words.ts";
import { ImprintForm } from "./imprint-form.tsx";
import { PrivacyForm } from "./privacy-form.tsx";

/** The two pages that every blog should have, and whether it may be found. */
export function LegalSection() {
  const words = useWords(WORDS);
  const asked = useAsked<Legal>("/api/settings/legal");
  return (
    <Answered asked={asked}>
      {(legal) => (
        <>
          <p class={legal.hidden ? "said warns" : "said"}>
            {legal.hidden ? words.hidden : words.visible}
          </p>
          <ImprintForm legal={legal} onWritten={asked.put} />
          <PrivacyForm legal={legal} onWritten={asked.put} />
        </>
      )}
    </Answered>
  );
}
