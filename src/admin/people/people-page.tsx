import { useState } from "preact/hooks";
import type { People } from "../../admin-api/people.ts";
import { de } from "../../i18n/admin/de/people.ts";
import { en } from "../../i18n/admin/en/people.ts";
import { ask } from "../api.ts";
import { useAsked } from "../asked.ts";
import { useDeed } from "../deed.ts";
import { Button } from "../parts/button.tsx";
import { useConfirm } from "../parts/confirm.tsx";
import { PageHead } from "../parts/page-head.tsx";
import { Answered, Said } from "../parts/states.tsx";
import { toast } from "../parts/toasts.tsx";
import { useWords } from "../words.ts";
import { Audit } from "./audit.tsx";
import { Invitations } from "./invitations.tsx";
import { Invite } from "./invite.tsx";
import { PersonDialog } from "./person-dialog.tsx";
import { PersonEntry } from "./person-entry.tsx";
import { RolesTable } from "./roles-table.tsx";

export type Person = People["people"][number];

/** Who may write here: invite, give roles, take access away. */
export function PeoplePage() {
  const words = useWords({ de, en });
  const asked = useAsked<People>("/api/people");
  const [invites, setInvites] = useState(false);
  const [edited, setEdited] = useState<Person | null>(null);
  const { problem, run } = useDeed();
  const [confirm, dialog] = useConfirm();
  const removeAccess = async ({ slug, name }: Person) => {
    const [title, yes] = [words.removeAccessAsk(name), words.removeAccess];
    if (!(await confirm({ title, text: words.removeAccessLong, yes, danger: true }))) return;
    const path = `/api/people/${encodeURIComponent(slug)}/access`;
    const done = await run(async () => asked.put(await ask(path, { method: "DELETE" })));
    if (done) toast(words.accessRemoved);
  };
  return (
    <>
      <PageHead title={words.title}>
        <Button look="main" onClick={() => setInvites(true)}>
          {words.invite}
        </Button>
      </PageHead>
      <Said problem={problem} />
      <Answered asked={asked}>
        {({ people, invitations, audit }) => (
          <>
            <ul class="list section">
              {people.map((person) => (
                <PersonEntry
                  key={person.slug}
                  person={person}
                  onEdit={() => setEdited(person)}
                  onRemoveAccess={() => removeAccess(person)}
                />
              ))}
            </ul>
            <Invitations invitations={invitations} people={people} onChange={asked.reload} />
            <RolesTable />
            <Audit lines={audit} people={people} />
            {invites && (
              <Invite
                people={people}
                onClose={() => {
                  setInvites(false);
                  asked.reload();
                }}
              />
            )}
          </>
        )}
      </Answered>
      {edited && (
        <PersonDialog person={edited} onClose={() => setEdited(null)} onSaved={asked.put} />
      )}
      {dialog}
    </>
  );
}
