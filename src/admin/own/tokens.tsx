import { useState } from "preact/hooks";
import type { Token } from "../../admin-api/me.ts";
import { de } from "../../i18n/admin/de/own.ts";
import { en } from "../../i18n/admin/en/own.ts";
import { ask } from "../api.ts";
import { useAsked } from "../asked.ts";
import { useDeed } from "../deed.ts";
import { Button } from "../parts/button.tsx";
import { useConfirm } from "../parts/confirm.tsx";
import { Answered, Said } from "../parts/states.tsx";
import { Day } from "../parts/time.tsx";
import { useWords } from "../words.ts";
import { NewToken } from "./new-token.tsx";

/** What programs come in with. */
export function Tokens() {
  const words = useWords({ de, en });
  const asked = useAsked<readonly Token[]>("/api/me/tokens");
  const [adds, setAdds] = useState(false);
  const { problem, run } = useDeed();
  const [confirm, dialog] = useConfirm();
  const remove = async ({ name }: Token) => {
    const text = words.removeTokenLong(name);
    const question = { title: words.removeToken, text, yes: words.removeToken, danger: true };
    if (!(await confirm(question))) return;
    await run(() => ask(`/api/me/tokens/${encodeURIComponent(name)}`, { method: "DELETE" }));
    asked.reload();
  };
  return (
    <section class="section">
      <div class="section-head">
        <h2>{words.tokens}</h2>
        <Button onClick={() => setAdds(true)}>{words.addToken}</Button>
      </div>
      <p class="faded">{words.tokensLong}</p>
      <Said problem={problem} />
      <Answered asked={asked}>
        {(tokens) =>
          tokens.length === 0 ? (
            <p>{words.noTokens}</p>
          ) : (
            <ul class="list">
              {tokens.map((token) => (
                <Line key={token.name} token={token} onRemove={() => remove(token)} />
              ))}
            </ul>
          )
        }
      </Answered>
      {adds && (
        <NewToken
          onClose={() => {
            setAdds(false);
            asked.reload();
          }}
        />
      )}
      {dialog}
    </section>
  );
}

function Line({ token, onRemove }: { readonly token: Token; readonly onRemove: () => void }) {
  const words = useWords({ de, en });
  const shell = useWords();
  const { name, scopes, expiresAt, usedOn } = token;
  return (
    <li>
      <div class="entry">
        <div>
          <strong>{name}</strong>
          <p class="facts">
            <span>{scopes.map((scope) => words.scopeNames[scope] ?? scope).join(", ")}</span>
            {expiresAt && (
              <span>
                {words.ended(Date.parse(expiresAt) < Date.now())} <Day on={expiresAt} />
              </span>
            )}
            {usedOn ? (
              <span>
                {words.used} <Day on={usedOn} />
              </span>
            ) : (
              <span>{words.neverUsed}</span>
            )}
          </p>
        </div>
        <Button onClick={onRemove}>{shell.remove}</Button>
      </div>
    </li>
  );
}
