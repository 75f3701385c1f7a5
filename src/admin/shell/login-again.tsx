import { useEffect, useRef, useState } from "preact/hooks";
import type { Me } from "../../admin-api/login.ts";
import { onLoggedOut } from "../api.ts";
import { useMyself } from "../me.ts";
import { Button } from "../parts/button.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { Said } from "../parts/states.tsx";
import { type Problem, toProblem } from "../problem.ts";
import { useWords } from "../words.ts";

type Answer = (isIn: boolean) => void;

/** The way back in for whoever was logged out while writing. What they wrote stays behind it as it is. */
export function LoginAgain() {
  const [answer, setAnswer] = useState<{ readonly give: Answer } | null>(null);
  const myself = useMyself();
  const now = useRef(myself);
  now.current = myself;
  useEffect(() => {
    onLoggedOut(() => new Promise<boolean>((resolve) => setAnswer({ give: resolve })));
    return () => onLoggedOut(async () => false);
  }, []);
  const end = (isIn: boolean) => {
    setAnswer(null);
    answer?.give(isIn);
  };
  const enter = (me: Me) => {
    // What one person wrote is not sent in the name of another.
    const isSame = me.slug === now.current.me.slug;
    end(isSame);
    if (isSame) now.current.put(me);
    else location.assign("/admin/");
  };
  return answer && <AskAgain onEnter={enter} onClose={() => end(false)} />;
}

interface Props {
  readonly onEnter: (me: Me) => void;
  readonly onClose: () => void;
}

function AskAgain({ onEnter, onClose }: Props) {
  const words = useWords();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const logIn = async () => {
    setBusy(true);
    setProblem(null);
    try {
      const { logIn } = await import("../door/passkeys.ts");
      onEnter(await logIn());
    } catch (error) {
      setProblem(toProblem(error));
      setBusy(false);
    }
  };
  return (
    <Dialog title={words.loginAgain} onClose={onClose}>
      <p>{words.loginAgainLong}</p>
      <Said problem={problem} />
      <div class="row end">
        <Button onClick={onClose}>{words.cancel}</Button>
        <Button look="main" busy={busy} onClick={logIn}>
          {words.loginNow}
        </Button>
      </div>
    </Dialog>
  );
}
