import { de } from "../../i18n/admin/de/own.ts";
import { en } from "../../i18n/admin/en/own.ts";
import { PageHead } from "../parts/page-head.tsx";
import { useWords } from "../words.ts";
import { Comfort } from "./comfort.tsx";
import { Passkeys } from "./passkeys.tsx";
import { ProfileForm } from "./profile-form.tsx";
import { Sessions } from "./sessions.tsx";
import { Tokens } from "./tokens.tsx";

/** About oneself: what readers see, how one comes in, and how the application behaves here. */
export function OwnPage() {
  const words = useWords({ de, en });
  return (
    <>
      <PageHead title={words.title} />
      <ProfileForm />
      <Passkeys />
      <Sessions />
      <Tokens />
      <Comfort />
    </>
  );
}
