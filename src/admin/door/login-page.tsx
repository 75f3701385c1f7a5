import { browserSupportsWebAuthn, browserSupportsWebAuthnAutofill } from "@simplewebauthn/browser";
import { useEffect, useState } from "preact/hooks";
import type { Me } from "../../admin-api/login.ts";
import { de } from "../../i18n/admin/de/door.ts";
import { en } from "../../i18n/admin/en/door.ts";
import { Button } from "../parts/button.tsx";
import { TextField } from "../parts/fields.tsx";
import { Said } from "../parts/states.tsx";
import { type Problem, toProblem } from "../problem.ts";
import { useWords } from "../words.ts";
import { Gate } from "./gate.tsx";
import { logIn, PASSKEY_REFUSED } from "./passkeys.ts";

interface Props {
  readonly onEnter: (me: Me) => void;
}

/** The door. Where the browser can, it offers passkeys by itself. */
export function LoginPage({ onEnter }: Props) {
  const words = useWords({ de, en });
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [offers, setOffers] = useState(false);
  useEffect(() => {
    browserSupportsWebAuthnAutofill().then(setOffers);
  }, []);
  // The field must be there before the browser is asked to put passkeys into it.
  useEffect(() => (offers ? offer(onEnter) : undefined), [offers]);
  const press = async () => {
    setBusy(true);
    setProblem(null);
    try {
      onEnter(await logIn());
    } catch (error) {
      setProblem(toProblem(error));
      setBusy(false);
    }
  };
  return (
    <Gate title={words.welcome}>
      {browserSupportsWebAuthn() ? null : <p class="said">{words.unable}</p>}
      <Said problem={problem} />
      <form
        onSubmit={(event) => {
          event.preventDefault();
          press();
        }}
      >
        {offers && (
          <TextField
            label={words.account}
            hint={words.accountHint}
            autocomplete="username webauthn"
            value=""
            onInput={() => {}}
          />
        )}
        <Button look="main" type="submit" busy={busy}>
          {words.withPasskey}
        </Button>
      </form>
      <details class="aside">
        <summary>{words.noPasskey}</summary>
        <p>{words.noPasskeyLong}</p>
      </details>
    </Gate>
  );
}

/** Waits in the field of the page. That nobody takes the offer is no problem. */
function offer(onEnter: (me: Me) => void): () => void {
  let isThere = true;
  logIn({ inField: true })
    .then((me) => isThere && onEnter(me))
    .catch((error) => {
      if (toProblem(error).status !== PASSKEY_REFUSED) console.error(error);
    });
  return () => {
    isThere = false;
  };
}
