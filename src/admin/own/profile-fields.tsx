import type { Profile } from "../../admin-api/me.ts";
import { de } from "../../i18n/admin/de/own.ts";
import { en } from "../../i18n/admin/en/own.ts";
import { AreaField, TextField } from "../parts/fields.tsx";
import { sentenceOf } from "../parts/sentence.ts";
import { Said } from "../parts/states.tsx";
import type { Problem } from "../problem.ts";
import { useWords } from "../words.ts";

interface Props {
  readonly typed: Profile;
  readonly onType: (typed: Profile) => void;
  readonly problem: Problem | null;
}

const NAMES = ["name", "bio", "url", "email"];

/** The fields of a person, one's own or somebody else's. */
export function ProfileFields({ typed, onType, problem }: Props) {
  const words = useWords({ de, en });
  const shell = useWords();
  const isOfField = problem?.field !== undefined && NAMES.includes(problem.field);
  const field = (name: keyof Profile) => ({
    value: typed[name] ?? "",
    onInput: (value: string) => onType({ ...typed, [name]: value }),
    error: problem?.field === name ? sentenceOf(problem, shell) : null,
  });
  return (
    <>
      {!isOfField && <Said problem={problem} />}
      <TextField
        label={words.name}
        {...field("name")}
        autocomplete="name"
        maxLength={80}
        required
      />
      <AreaField
        label={words.bio}
        hint={words.bioHint}
        optional
        {...field("bio")}
        maxLength={2000}
      />
      <TextField label={words.url} optional {...field("url")} type="url" autocomplete="url" />
      <TextField
        {...{ label: words.email, hint: words.emailHint, optional: true, type: "email" }}
        {...field("email")}
        autocomplete="email"
      />
    </>
  );
}
