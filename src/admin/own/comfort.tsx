import { useContext, useState } from "preact/hooks";
import { de } from "../../i18n/admin/de/own.ts";
import { en } from "../../i18n/admin/en/own.ts";
import { ask } from "../api.ts";
import { useDeed } from "../deed.ts";
import { isOn, switchKeys } from "../keys.ts";
import { useMyself } from "../me.ts";
import { Button } from "../parts/button.tsx";
import { CheckField, SelectField } from "../parts/fields.tsx";
import { Said } from "../parts/states.tsx";
import { chosenLang, keepLang, LangChoice, useWords } from "../words.ts";

const LANGS = ["", "de", "en"] as const;

/** How the application behaves in this browser, and the way out. */
export function Comfort() {
  const words = useWords({ de, en });
  const [keys, setKeys] = useState(isOn);
  const choose = useContext(LangChoice);
  const setLang = (lang: (typeof LANGS)[number]) => {
    keepLang(lang || null);
    choose(lang || null);
  };
  return (
    <section class="section">
      <h2>{words.application}</h2>
      <SelectField
        label={words.lang}
        value={chosenLang() ?? ""}
        onChange={setLang}
        options={LANGS.map((value) => ({ value, label: words.langs[value] }))}
      />
      <CheckField
        label={words.keys}
        hint={words.keysHint}
        checked={keys}
        onChange={(on) => {
          switchKeys(on);
          setKeys(on);
        }}
      />
      <LogOut />
    </section>
  );
}

function LogOut() {
  const words = useWords({ de, en });
  const shell = useWords();
  const { leave } = useMyself();
  const { busy, problem, run } = useDeed();
  const logOut = () =>
    run(async () => {
      await ask("/api/logout", { method: "POST", body: {}, login: false });
      leave();
    });
  return (
    <div class="row log-out">
      <Said problem={problem} />
      <Button busy={busy} onClick={logOut}>
        {shell.logOut}
      </Button>
      <span class="faded">{words.logOutLong}</span>
    </div>
  );
}
