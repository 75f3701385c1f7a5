import type { People } from "../../admin-api/people.ts";
import { de } from "../../i18n/admin/de/people.ts";
import { en } from "../../i18n/admin/en/people.ts";
import { ask } from "../api.ts";
import { useDeed } from "../deed.ts";
import { Button } from "../parts/button.tsx";
import { Said } from "../parts/states.tsx";
import { Time } from "../parts/time.tsx";
import { toast } from "../parts/toasts.tsx";
import { useWords } from "../words.ts";

type Props = Pick<People, "invitations" | "people"> & { readonly onChange: () => void };

/** Who was invited and has not come yet. */
export function Invitations({ invitations, people, onChange }: Props) {
  const words = useWords({ de, en });
  const { problem, run } = useDeed();
  const remove = async (id: string) => {
    const path = `/api/people/invitations/${encodeURIComponent(id)}`;
    if (await run(() => ask(path, { method: "DELETE" }))) toast(words.invitationRemoved);
    onChange();
  };
  const nameOf = ({ slug, name }: People["invitations"][number]) =>
    people.find((person) => person.slug === slug)?.name ?? name ?? slug ?? "";
  if (invitations.length === 0) return null;
  return (
    <section class="section">
      <h2>{words.invitations}</h2>
      <Said problem={problem} />
      <ul class="list">
        {invitations.map((invitation) => (
          <li key={invitation.id}>
            <div class="entry">
              <div>
                <strong>{nameOf(invitation)}</strong>
                <p class="facts">
                  <span>{words.roles[invitation.role]}</span>
                  <span>
                    {words.until} <Time at={invitation.expiresAt} />
                  </span>
                </p>
              </div>
              <Button onClick={() => remove(invitation.id)}>{words.removeInvitation}</Button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
