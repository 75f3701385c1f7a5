import { useState } from "preact/hooks";
import type { Me } from "../../admin-api/login.ts";
import type { Profile } from "../../admin-api/me.ts";
import { de } from "../../i18n/admin/de/own.ts";
import { en } from "../../i18n/admin/en/own.ts";
import { ask } from "../api.ts";
import { useAsked } from "../asked.ts";
import { useDeed } from "../deed.ts";
import { useMyself } from "../me.ts";
import { Button } from "../parts/button.tsx";
import { Answered } from "../parts/states.tsx";
import { toast } from "../parts/toasts.tsx";
import { useWords } from "../words.ts";
import { ProfileFields } from "./profile-fields.tsx";

/** What readers see of whoever is logged in. */
export function ProfileForm() {
  const words = useWords({ de, en });
  const asked = useAsked<Profile>("/api/me/profile");
  return (
    <section class="section">
      <h2>{words.profile}</h2>
      <Answered asked={asked}>{(profile) => <Form profile={profile} />}</Answered>
    </section>
  );
}

function Form({ profile }: { readonly profile: Profile }) {
  const shell = useWords();
  const { put } = useMyself();
  const [typed, setTyped] = useState(profile);
  const { busy, problem, run } = useDeed();
  const save = async (event: Event) => {
    event.preventDefault();
    const done = await run(async () =>
      put(await ask<Me>("/api/me", { method: "PUT", body: typed })),
    );
    if (done) toast(shell.saved);
  };
  return (
    <form onSubmit={save}>
      <ProfileFields typed={typed} onType={setTyped} problem={problem} />
      <Button look="main" type="submit" busy={busy}>
        {shell.save}
      </Button>
    </form>
  );
}
