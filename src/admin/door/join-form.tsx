import { browserSupportsWebAuthn } from "@simplewebauthn/browser";
import { useState } from "preact/hooks";
import type { JoinOffer, Me } from "../../admin-api/login.ts";
import { type DoorWords, de } from "../../i18n/admin/de/door.ts";
import { en } from "../../i18n/admin/en/door.ts";
import { ask } from "../api.ts";
import { Button } from "../parts/button.tsx";
import { SelectField, TextField } from "../parts/fields.tsx";
import { sentenceOf } from "../parts/sentence.ts";
import { Said } from "../parts/states.tsx";
import { type Problem, toProblem } from "../problem.ts";
import { useWords } from "../words.ts";
import { deviceOf } from "./device.ts";
import { makePasskey } from "./passkeys.ts";

interface Props {
  readonly offer: JoinOffer;
  readonly link: string;
  readonly onEnter: (me: Me) => void;
  /** The link ended while somebody looked at it. */
  readonly onInvalid: (problem: Problem) => void;
}

/** Who somebody is, as far as the link leaves that open, and their passkey. */
export function JoinForm({ offer, link, onEnter, onInvalid }: Props) {
  const words = useWords({ de, en });
  const [author, setAuthor] = useState(offer.authors[0]?.slug ?? "");
  const [name, setName] = useState("");
  const [passkey, setPasskey] = useState(() => nameOf(words));
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const submit = async (event: Event) => {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    try {
      const typed = { link, ...whoOf(offer, author, name) };
      const response = await makePasskey("/api/join/options", typed);
      const body = { ...typed, passkey, response };
      onEnter(await ask<Me>("/api/join", { method: "POST", body, login: false }));
    } catch (error) {
      setBusy(false);
      const failed = toProblem(error);
      if (failed.status === 404) onInvalid(failed);
      else setProblem(failed);
    }
  };
  return (
    <form onSubmit={submit}>
      <p>{offer.kind === "owner" ? words.joinOwner : words.joinInvited(words.roles[offer.role])}</p>
      {!browserSupportsWebAuthn() && <p class="said">{words.unable}</p>}
      {problem && problem.field === undefined && <Said problem={problem} />}
      <Who {...{ offer, author, setAuthor, name, setName, problem }} />
      <TextField
        label={words.passkey}
        hint={words.passkeyHint}
        value={passkey}
        onInput={setPasskey}
        maxLength={60}
        required
      />
      <Button look="main" type="submit" busy={busy}>
        {words.make}
      </Button>
      <details class="aside">
        <summary>{words.whatIsPasskey}</summary>
        <p>{words.whatIsPasskeyLong}</p>
      </details>
    </form>
  );
}

interface WhoProps {
  readonly offer: JoinOffer;
  readonly author: string;
  readonly setAuthor: (slug: string) => void;
  readonly name: string;
  readonly setName: (name: string) => void;
  readonly problem: Problem | null;
}

function Who({ offer, author, setAuthor, name, setName, problem }: WhoProps) {
  const words = useWords({ de, en });
  const shell = useWords();
  if (offer.name !== null) return <p>{words.as(offer.name)}</p>;
  const known = offer.authors.map(({ slug, name }) => ({ value: slug, label: name }));
  const options = [...known, { value: "", label: words.somebodyNew }];
  const error = problem?.field === "name" ? sentenceOf(problem, shell) : null;
  return (
    <>
      {known.length > 0 && (
        <SelectField label={words.who} value={author} onChange={setAuthor} options={options} />
      )}
      {author === "" && (
        <TextField
          label={words.name}
          hint={words.nameHint}
          error={error}
          value={name}
          onInput={setName}
          autocomplete="name"
          required
        />
      )}
    </>
  );
}

/** What the blog is told of who comes in; nothing where the link says it. */
function whoOf(offer: JoinOffer, author: string, name: string) {
  if (offer.name !== null) return {};
  return author ? { author } : { name };
}

function nameOf(words: DoorWords): string {
  const device = deviceOf(navigator.userAgent);
  return device ? words.device(device.system, device.browser) : words.thisDevice;
}
