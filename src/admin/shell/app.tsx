import { useCallback, useEffect, useState } from "preact/hooks";
import type { Me } from "../../admin-api/login.ts";
import { ask } from "../api.ts";
import { dropFlag, keepFlag, MyselfContext } from "../me.ts";
import { Busy, Said } from "../parts/states.tsx";
import { Toasts } from "../parts/toasts.tsx";
import { type Problem, toProblem } from "../problem.ts";
import { navigate, pathOf, useLocation } from "../router.tsx";
import { browserLang, chosenLang, LangChoice, LangContext } from "../words.ts";
import { Door } from "./door.tsx";
import { Frame } from "./frame.tsx";
import { LoginAgain } from "./login-again.tsx";
import { Offline } from "./offline.tsx";

/** Null: nobody is logged in. Undefined: not known yet. */
type Known = Me | null | undefined;

/** The whole application: who is there, and what they see. */
export function App() {
  const { me, problem, put, reload } = useWhoever();
  const [chosen, setChosen] = useState(chosenLang);
  const lang = chosen ?? me?.blog.lang ?? browserLang();
  useEffect(() => {
    document.documentElement.lang = lang;
  }, [lang]);
  useEffect(followLinks, []);
  return (
    <LangContext.Provider value={lang}>
      <LangChoice.Provider value={setChosen}>
        <Offline />
        {problem && !me && <Said problem={problem} onAgain={reload} />}
        {me === undefined && !problem && <Busy />}
        <Inside me={me} put={put} reload={reload} />
        <Toasts />
      </LangChoice.Provider>
    </LangContext.Provider>
  );
}

interface InsideProps {
  readonly me: Known;
  readonly put: (me: Me | null) => void;
  readonly reload: () => void;
}

function Inside({ me, put, reload }: InsideProps) {
  const { pathname } = useLocation();
  const isDoor = /^\/admin\/(login|join)\//.test(pathname);
  const leave = useCallback(() => put(null), [put]);
  const enter = (entered: Me) => {
    put(entered);
    if (isDoor) navigate("/admin/", { replace: true });
  };
  if (me === undefined) return null;
  // Whoever holds a link may be somebody else than who is logged in here.
  if (me === null || pathname.startsWith("/admin/join/")) return <Door onEnter={enter} />;
  return (
    <MyselfContext.Provider value={{ me, put, reload, leave }}>
      <LoginAgain />
      <Frame />
    </MyselfContext.Provider>
  );
}

function useWhoever() {
  const [me, setMe] = useState<Known>(undefined);
  const [problem, setProblem] = useState<Problem | null>(null);
  const put = useCallback((now: Me | null) => {
    setMe(now);
    setProblem(null);
    if (now) keepFlag(now);
    else dropFlag();
  }, []);
  const reload = useCallback(() => {
    setProblem(null);
    ask<Me>("/api/me", { login: false })
      .then(put)
      .catch(toProblem)
      .then((failed) => {
        if (failed?.status !== 401) setProblem(failed ?? null);
        else {
          dropFlag();
          setMe(outside);
        }
      });
  }, [put]);
  useEffect(reload, [reload]);
  useReturn(reload);
  return { me, problem, put, reload };
}

/** What stands on the page of whoever was logged out meanwhile stays there: their next request asks them to come in. */
const outside = (known: Known): Known => known ?? null;

/** Milliseconds. */
const AWAY_MS = 60_000;

/** How much waits may have changed while somebody looked elsewhere. */
function useReturn(reload: () => void): void {
  useEffect(() => {
    let at = Date.now();
    const changed = () => {
      if (document.hidden) at = Date.now();
      else if (Date.now() - at > AWAY_MS) reload();
    };
    document.addEventListener("visibilitychange", changed);
    return () => document.removeEventListener("visibilitychange", changed);
  }, [reload]);
}

function followLinks(): () => void {
  const pressed = (event: MouseEvent) => {
    const path = pathOf(event);
    if (path === null) return;
    event.preventDefault();
    navigate(path);
  };
  addEventListener("click", pressed);
  return () => removeEventListener("click", pressed);
}
