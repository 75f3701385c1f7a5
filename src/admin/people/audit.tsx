import type { People } from "../../admin-api/people.ts";
import { ROLES } from "../../admin-api/roles.ts";
import { de, type PeopleWords } from "../../i18n/admin/de/people.ts";
import { en } from "../../i18n/admin/en/people.ts";
import { Time } from "../parts/time.tsx";
import { useWords } from "../words.ts";

type Line = People["audit"][number];

interface Props {
  readonly lines: readonly Line[];
  readonly people: People["people"];
}

/** What was done to who may do what, newest first. */
export function Audit({ lines, people }: Props) {
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
              <p class="audit">{inWords(line, people, words)}</p>
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
function inWords({ action, name, detail }: Line, people: People["people"], words: PeopleWords) {
  const say = Object.hasOwn(words.actions, action) ? words.actions[action] : undefined;
  const about = /^(join|invited|role|access)/.test(action) ? whoIn(detail, people, words) : detail;
  return say?.(name ?? words.somebody, about) ?? `${action} ${detail}`;
}

/** "anna editor", "anna": a slug or a new name, and what they are. */
function whoIn(detail: string, people: People["people"], words: PeopleWords): string {
  const role = ROLES.find((one) => detail.endsWith(` ${one}`));
  const who = role ? detail.slice(0, -role.length - 1) : detail;
  const name = people.find(({ slug }) => slug === who)?.name ?? who;
  return role ? `${name} (${words.roles[role]})` : name;
}
