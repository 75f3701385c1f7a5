import { useState } from "preact/hooks";
import type { Passkey } from "../../admin-api/me.ts";
import { de } from "../../i18n/admin/de/own.ts";
import { en } from "../../i18n/admin/en/own.ts";
import { ask } from "../api.ts";
import { useDeed } from "../deed.ts";
import { deviceOf } from "../door/device.ts";
import { Button } from "../parts/button.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { TextField } from "../parts/fields.tsx";
import { Said } from "../parts/states.tsx";
import { toast } from "../parts/toasts.tsx";
import { useWords } from "../words.ts";

export interface Naming {
  /** Null: a new one. */
  readonly passkey: Passkey | null;
}

interface Props extends Naming {
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Asks for the name of a passkey; of a new one, then for the passkey itself. */
export function NamePasskey({ passkey, onClose, onDone }: Props) {
  const words = useWords({ de, en });
  const shell = useWords();
  const [name, setName] = useState(() => passkey?.name ?? ownDevice());
  const { busy, problem, run } = useDeed();
  const save = async (event: Event) => {
    event.preventDefault();
    if (!(await run(() => (passkey ? rename(passkey, name) : add(name))))) return;
    toast(passkey ? shell.saved : words.passkeyAdded);
    onDone();
  };
  return (
    <Dialog title={passkey ? words.rename : words.addPasskey} onClose={onClose}>
      <form onSubmit={save}>
        <Said problem={problem} />
        <TextField
          label={words.passkeyName}
          value={name}
          onInput={setName}
          maxLength={60}
          required
        />
        <div class="row end">
          <Button onClick={onClose}>{shell.cancel}</Button>
          <Button look="main" type="submit" busy={busy}>
            {passkey ? shell.save : words.addPasskey}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

const rename = ({ id }: Passkey, name: string) =>
  ask(`/api/me/passkeys/${encodeURIComponent(id)}`, { method: "PUT", body: { name } });

async function add(name: string): Promise<void> {
  const { makePasskey } = await import("../door/passkeys.ts");
  const response = await makePasskey("/api/me/passkeys/options", {});
  await ask("/api/me/passkeys", { method: "POST", body: { name, response } });
}

function ownDevice(): string {
  const device = deviceOf(navigator.userAgent);
  return device ? `${device.browser}, ${device.system}` : "";
}
