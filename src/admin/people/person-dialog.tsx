import { useState } from "preact/hooks";
import type { People } from "../../admin-api/people.ts";
import type { Role } from "../../admin-api/roles.ts";
import { de } from "../../i18n/admin/de/people.ts";
import { en } from "../../i18n/admin/en/people.ts";
import { ask } from "../api.ts";
import { useDeed } from "../deed.ts";
import { ProfileFields } from "../own/profile-fields.tsx";
import { Button } from "../parts/button.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { toast } from "../parts/toasts.tsx";
import { useWords } from "../words.ts";
import type { Person } from "./people-page.tsx";
import { RoleField } from "./role-field.tsx";

interface Props {
  readonly person: Person;
  readonly onClose: () => void;
  readonly onSaved: (people: People) => void;
}

/** Who somebody is to readers, and what they may do. */
export function PersonDialog({ person, onClose, onSaved }: Props) {
  const words = useWords({ de, en });
  const shell = useWords();
  const { name, bio, url, email } = person;
  const [profile, setProfile] = useState({ name, bio, url, email });
  const [role, setRole] = useState<Role>(person.role);
  const { busy, problem, run } = useDeed();
  const save = async (event: Event) => {
    event.preventDefault();
    const path = `/api/people/${encodeURIComponent(person.slug)}`;
    const body = { ...profile, role };
    const done = await run(async () => onSaved(await ask(path, { method: "PUT", body })));
    if (!done) return;
    toast(shell.saved);
    onClose();
  };
  return (
    <Dialog title={name} onClose={onClose}>
      <form onSubmit={save}>
        <ProfileFields typed={profile} onType={setProfile} problem={problem} />
        <RoleField value={role} onChange={setRole} hint={words.roleHint} />
        <div class="row end">
          <Button onClick={onClose}>{shell.cancel}</Button>
          <Button look="main" type="submit" busy={busy}>
            {shell.save}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
