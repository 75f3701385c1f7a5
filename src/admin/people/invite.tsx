import { useState } from "preact/hooks";
import type { Role } from "../../admin-api/roles.ts";
import { de } from "../../i18n/admin/de/people.ts";
import { en } from "../../i18n/admin/en/people.ts";
import { ask } from "../api.ts";
import { useDeed } from "../deed.ts";
import { Button } from "../parts/button.tsx";
import { Copy } from "../parts/copy.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { SelectField, TextField } from "../parts/fields.tsx";
import { Said } from "../parts/states.tsx";
import { Time } from "../parts/time.tsx";
import { useWords } from "../words.ts";
import type { Person } from "./people-page.tsx";
import { RoleField } from "./role-field.tsx";

interface Made {
  readonly link: string;
  readonly expiresAt: string;
}

interface Props {
  readonly people: readonly Person[];
  readonly onClose: () => void;
}

/** Makes a link for one person, and shows it once. */
export function Invite({ people, onClose }: Props) {
  const words = useWords({ de, en });
  const shell = useWords();
  const [made, setMade] = useState<Made | null>(null);
  return (
    <Dialog title={words.invite} onClose={onClose}>
      {made === null ? (
        <Ask people={people} onClose={onClose} onMade={setMade} />
      ) : (
        <>
          <p>{words.linkOnce}</p>
          <Copy label={words.invite} text={made.link} />
          <p class="faded">
            {words.until} <Time at={made.expiresAt} />
          </p>
          <div class="row end">
            <Button look="main" onClick={onClose}>
              {shell.close}
            </Button>
          </div>
        </>
      )}
    </Dialog>
  );
}

function Ask({ people, onClose, onMade }: Props & { readonly onMade: (made: Made) => void }) {
  const words = useWords({ de, en });
  const shell = useWords();
  const [slug, setSlug] = useState("");
  const [name, setName] = useState("");
  const [role, setRole] = useState<Role>("author");
  const { busy, problem, run } = useDeed();
  const make = async (event: Event) => {
    event.preventDefault();
    const body = { slug: slug || null, name: slug ? null : name, role };
    await run(async () =>
      onMade(await ask<Made>("/api/people/invitations", { method: "POST", body })),
    );
  };
  // Whoever comes in already gets a new passkey on their own page.
  const outside = people.filter(({ passkeys }) => passkeys === 0);
  const known = outside.map((person) => ({ value: person.slug, label: person.name }));
  return (
    <form onSubmit={make}>
      <p class="faded">{words.inviteLong}</p>
      <Said problem={problem} />
      <SelectField
        label={words.inviteWhom}
        value={slug}
        onChange={setSlug}
        options={[{ value: "", label: words.somebodyNew }, ...known]}
      />
      {slug === "" && (
        <TextField label={words.name} value={name} onInput={setName} maxLength={80} required />
      )}
      <RoleField value={role} onChange={setRole} />
      <div class="row end">
        <Button onClick={onClose}>{shell.cancel}</Button>
        <Button look="main" type="submit" busy={busy}>
          {words.makeLink}
        </Button>
      </div>
    </form>
  );
}
