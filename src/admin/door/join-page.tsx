import { useEffect, useState } from "preact/hooks";
import type { JoinOffer, Me } from "../../admin-api/login.ts";
import { de } from "../../i18n/admin/de/door.ts";
import { en } from "../../i18n/admin/en/door.ts";
import { ask } from "../api.ts";
import { Busy, Said } from "../parts/states.tsx";
import { type Problem, toProblem } from "../problem.ts";
import { useWords } from "../words.ts";
import { Gate } from "./gate.tsx";
import { JoinForm } from "./join-form.tsx";

interface Props {
  readonly onEnter: (me: Me) => void;
}

/** Where a link of `npm run owner` or of an invitation leads: makes the first passkey of whoever holds it. */
export function JoinPage({ onEnter }: Props) {
  const words = useWords({ de, en });
  const [link] = useState(takeSecret);
  const [offer, setOffer] = useState<JoinOffer | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const look = () => {
    setProblem(null);
    ask<JoinOffer>("/api/join/look", { method: "POST", body: { link }, login: false })
      .then(setOffer)
      .catch((error) => setProblem(toProblem(error)));
  };
  useEffect(() => {
    if (link) look();
    // Another link, pasted over this one.
    const changed = () => location.hash && location.reload();
    addEventListener("hashchange", changed);
    return () => removeEventListener("hashchange", changed);
  }, []);
  if (!link || (problem && [400, 404, 422].includes(problem.status))) return <InvalidLink />;
  return (
    <Gate title={words.join}>
      <Said problem={problem} onAgain={look} />
      {!offer && !problem && <Busy />}
      {offer && <JoinForm offer={offer} link={link} onEnter={onEnter} onInvalid={setProblem} />}
    </Gate>
  );
}

function InvalidLink() {
  const words = useWords({ de, en });
  return (
    <Gate title={words.invalid}>
      <p>{words.invalidLong}</p>
      <p>{words.invalidInvited}</p>
      <p>{words.invalidOwner}</p>
      <p>
        <a href="/admin/login/">{words.toLogin}</a>
      </p>
    </Gate>
  );
}

/** The secret of the link. It leaves the address bar at once, where somebody might copy it or look over a shoulder. */
function takeSecret(): string {
  const secret = location.hash.slice(1);
  if (secret) history.replaceState(null, "", location.pathname);
  return secret;
}
