import type { People } from "../../admin-api/people.ts";
import { de, type PeopleWords } from "../../i18n/admin/de/people.ts";
import { en } from "../../i18n/admin/en/people.ts";
import { Time } from "../parts/time.tsx";
import { useWords } from "../words.ts";

type Line = People["audit"][number];

/** What was done to who may do what, newest first. */
export function Audit({ lines }: { readonly lines: readonly Line[] }) {
  const words = useWords({ de, en });
  if (lines.length === 0) return null;
  return (
    <details class="section fold">
      <summary>
        <h2>{words.audit}</h2>
      </summary>
      <ul class="list">
        {lines.map((line) => (
          <li key={line.at + line.action + line.detail}>
            <div class="entry">
              <p class="audit">{inWords(line, words)}</p>
              <small class="faded">
                <Time at={line.at} />
              </small>
            </div>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** What a later release writes stands as it is. */
function inWords({ action, name, detail }: Line, words: PeopleWords): string {
  const say = Object.hasOwn(words.actions, action) ? words.actions[action] : undefined;
  return say?.(name ?? words.somebody, detail) ?? `${action} ${detail}`;
}
