import { useState } from "preact/hooks";
import type { Passkey } from "../../admin-api/me.ts";
import { de } from "../../i18n/admin/de/own.ts";
import { en } from "../../i18n/admin/en/own.ts";
import { ask } from "../api.ts";
import { useAsked } from "../asked.ts";
import { useDeed } from "../deed.ts";
import { Button } from "../parts/button.tsx";
import { useConfirm } from "../parts/confirm.tsx";
import { Menu } from "../parts/menu.tsx";
import { Answered, Said } from "../parts/states.tsx";
import { Day } from "../parts/time.tsx";
import { toast } from "../parts/toasts.tsx";
import { useWords } from "../words.ts";
import { NamePasskey, type Naming } from "./name-passkey.tsx";

/** How somebody comes in: several passkeys, each with a name, and never none. */
export function Passkeys() {
  const words = useWords({ de, en });
  const asked = useAsked<readonly Passkey[]>("/api/me/passkeys");
  const [naming, setNaming] = useState<Naming | null>(null);
  const { problem, run } = useDeed();
  const [confirm, dialog] = useConfirm();
  const remove = async ({ id, name }: Passkey) => {
    const text = words.removePasskeyLong(name);
    const question = { title: words.removePasskey, text, yes: words.removePasskey, danger: true };
    if (!(await confirm(question))) return;
    const path = `/api/me/passkeys/${encodeURIComponent(id)}`;
    if (await run(() => ask(path, { method: "DELETE" }))) toast(words.passkeyRemoved);
    asked.reload();
  };
  return (
    <section class="section">
      <div class="section-head">
        <h2>{words.passkeys}</h2>
        <Button onClick={() => setNaming({ passkey: null })}>{words.addPasskey}</Button>
      </div>
      <p class="faded">{words.passkeysLong}</p>
      <Said problem={problem} />
      <Answered asked={asked}>
        {(passkeys) => (
          <ul class="list">
            {passkeys.map((passkey) => (
              <Line
                key={passkey.id}
                passkey={passkey}
                isLast={passkeys.length === 1}
                onRename={() => setNaming({ passkey })}
                onRemove={() => remove(passkey)}
              />
            ))}
          </ul>
        )}
      </Answered>
      {naming && (
        <NamePasskey
          {...naming}
          onClose={() => setNaming(null)}
          onDone={() => {
            setNaming(null);
            asked.reload();
          }}
        />
      )}
      {dialog}
    </section>
  );
}

interface LineProps {
  readonly passkey: Passkey;
  readonly isLast: boolean;
  readonly onRename: () => void;
  readonly onRemove: () => void;
}

function Line({ passkey, isLast, onRename, onRemove }: LineProps) {
  const words = useWords({ de, en });
  const shell = useWords();
  const { name, createdAt, usedOn } = passkey;
  return (
    <li>
      <div class="entry">
        <div>
          <strong>{name}</strong>
          <p class="facts">
            <span>
              {words.made} <Day on={createdAt} />
            </span>
            {usedOn ? (
              <span>
                {words.used} <Day on={usedOn} />
              </span>
            ) : (
              <span>{words.neverUsed}</span>
            )}
          </p>
        </div>
        <Menu about={name}>
          <Button onClick={onRename}>{words.rename}</Button>
          {isLast ? (
            <p class="hint">{words.lastPasskey}</p>
          ) : (
            <Button onClick={onRemove}>{shell.remove}</Button>
          )}
        </Menu>
      </div>
    </li>
  );
}
