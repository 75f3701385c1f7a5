import { de } from "../../i18n/admin/de/people.ts";
import { en } from "../../i18n/admin/en/people.ts";
import { useMe } from "../me.ts";
import { Button } from "../parts/button.tsx";
import { Menu } from "../parts/menu.tsx";
import { useWords } from "../words.ts";
import type { Person } from "./people-page.tsx";

interface Props {
  readonly person: Person;
  readonly onEdit: () => void;
  readonly onRemoveAccess: () => void;
}

/** One person: who, what they may do, and how they come in. */
export function PersonEntry({ person, onEdit, onRemoveAccess }: Props) {
  const words = useWords({ de, en });
  const me = useMe();
  const { name, slug, role, posts, passkeys, sessions } = person;
  return (
    <li>
      <div class="entry">
        <div>
          <strong>{name}</strong> {slug === me.slug && <span class="badge">{words.you}</span>}
          <p class="facts">
            <span>{words.roles[role]}</span>
            <span>{words.posts(posts)}</span>
            <span>{passkeys === 0 ? words.noAccess : words.access(passkeys)}</span>
            {sessions > 0 && <span>{words.logged(sessions)}</span>}
          </p>
        </div>
        <Menu about={name}>
          <Button onClick={onEdit}>{words.edit}</Button>
          {(passkeys > 0 || sessions > 0) && (
            <Button onClick={onRemoveAccess}>{words.removeAccess}</Button>
          )}
        </Menu>
      </div>
    </li>
  );
}
