import type { Session } from "../../admin-api/me.ts";
import { de } from "../../i18n/admin/de/own.ts";
import { en } from "../../i18n/admin/en/own.ts";
import { ask } from "../api.ts";
import { useAsked } from "../asked.ts";
import { useDeed } from "../deed.ts";
import { Button } from "../parts/button.tsx";
import { Answered, Said } from "../parts/states.tsx";
import { Time } from "../parts/time.tsx";
import { toast } from "../parts/toasts.tsx";
import { useWords } from "../words.ts";

/** Where somebody is logged in, each with a way to end it from here. */
export function Sessions() {
  const words = useWords({ de, en });
  const asked = useAsked<readonly Session[]>("/api/me/sessions");
  const { problem, run } = useDeed();
  const end = async ({ id }: Session) => {
    if (await run(() => ask(`/api/me/sessions/${id}`, { method: "DELETE" })))
      toast(words.sessionEnded);
    asked.reload();
  };
  return (
    <section class="section">
      <h2>{words.sessions}</h2>
      <Said problem={problem} />
      <Answered asked={asked}>
        {(sessions) => (
          <ul class="list">
            {sessions.map((session) => (
              <li key={session.id}>
                <div class="entry">
                  <div>
                    <strong>{session.browser || words.unknownBrowser}</strong>
                    <p class="facts">
                      <span>
                        {words.seen} <Time at={session.seenAt} />
                      </span>
                    </p>
                  </div>
                  {session.current ? (
                    <span class="badge">{words.current}</span>
                  ) : (
                    <Button onClick={() => end(session)}>{words.endSession}</Button>
                  )}
                </div>
              </li>
            ))}
          </ul>
        )}
      </Answered>
    </section>
  );
}
