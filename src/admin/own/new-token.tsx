import { useState } from "preact/hooks";
import { de } from "../../i18n/admin/de/own.ts";
import { en } from "../../i18n/admin/en/own.ts";
import { ask } from "../api.ts";
import { useDeed } from "../deed.ts";
import { mayI, useMe } from "../me.ts";
import { Button } from "../parts/button.tsx";
import { Copy } from "../parts/copy.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { CheckField, SelectField, TextField } from "../parts/fields.tsx";
import { Said } from "../parts/states.tsx";
import { useWords } from "../words.ts";

/** What each is good for; a token for what its person may not do would be of no use. */
const SCOPES = [
  ["write", "posts.own"],
  ["moderate", "comments.all"],
  ["publish", "posts.all"],
  ["settings", "settings"],
] as const;

/** Days; empty: for good. */
const ENDS = ["30", "90", "365", ""] as const;

/** Makes a token, and shows it once. */
export function NewToken({ onClose }: { readonly onClose: () => void }) {
  const words = useWords({ de, en });
  const shell = useWords();
  const [token, setToken] = useState<string | null>(null);
  if (token === null) return <Ask onClose={onClose} onMade={setToken} />;
  return (
    <Dialog title={words.addToken} onClose={onClose}>
      <p>{words.tokenOnce}</p>
      <Copy label={words.addToken} text={token} />
      <div class="row end">
        <Button look="main" onClick={onClose}>
          {shell.close}
        </Button>
      </div>
    </Dialog>
  );
}

interface Props {
  readonly onClose: () => void;
  readonly onMade: (token: string) => void;
}

function Ask({ onClose, onMade }: Props) {
  const words = useWords({ de, en });
  const shell = useWords();
  const me = useMe();
  const [name, setName] = useState("");
  const [scopes, setScopes] = useState<readonly string[]>(["write"]);
  const [days, setDays] = useState<(typeof ENDS)[number]>("365");
  const { busy, problem, run } = useDeed();
  const make = async (event: Event) => {
    event.preventDefault();
    const body = { name, scopes, days: days ? Number(days) : null };
    await run(async () => {
      const { token } = await ask<{ token: string }>("/api/me/tokens", { method: "POST", body });
      onMade(token);
    });
  };
  const open = SCOPES.filter(([, capability]) => mayI(me, capability)).map(([scope]) => scope);
  const tick = (scope: string, on: boolean) =>
    setScopes(on ? [...scopes, scope] : scopes.filter((one) => one !== scope));
  return (
    <Dialog title={words.addToken} onClose={onClose}>
      <form onSubmit={make}>
        <Said problem={problem} />
        <TextField label={words.tokenName} value={name} onInput={setName} maxLength={60} required />
        <fieldset class="field">
          <legend>{words.scopes}</legend>
          {open.map((scope) => (
            <CheckField
              key={scope}
              label={words.scopeNames[scope]}
              checked={scopes.includes(scope)}
              onChange={(on) => tick(scope, on)}
            />
          ))}
        </fieldset>
        <SelectField
          label={words.ends}
          value={days}
          onChange={setDays}
          options={ENDS.map((value) => ({ value, label: words.endsAfter[value] }))}
        />
        <div class="row end">
          <Button onClick={onClose}>{shell.cancel}</Button>
          <Button look="main" type="submit" busy={busy}>
            {words.addToken}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
