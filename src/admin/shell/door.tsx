import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Me } from "../../admin-api/login.ts";
import { Busy, Said } from "../parts/states.tsx";
import { type Problem, toProblem } from "../problem.ts";
import { useLocation } from "../router.tsx";

interface Props {
  readonly onEnter: (me: Me) => void;
}

/** What whoever is outside sees: the way in. It is loaded only then, with the passkey library. */
export function Door({ onEnter }: Props) {
  const { pathname } = useLocation();
  const joins = pathname.startsWith("/admin/join/");
  const [page, setPage] = useState<{ of: boolean; Page: ComponentType<Props> } | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const load = () => {
    setProblem(null);
    const loading = joins
      ? import("../door/join-page.tsx").then((it) => it.JoinPage)
      : import("../door/login-page.tsx").then((it) => it.LoginPage);
    loading
      .then((Page) => setPage({ of: joins, Page }))
      .catch((error) => setProblem(toProblem(error)));
  };
  useEffect(load, [joins]);
  if (problem) return <Said problem={problem} onAgain={load} />;
  return page?.of === joins ? <page.Page onEnter={onEnter} /> : <Busy />;
}
