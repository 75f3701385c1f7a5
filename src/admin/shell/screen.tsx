import { useEffect, useState } from "preact/hooks";
import { Busy, Said } from "../parts/states.tsx";
import type { Page } from "../place.ts";
import { type Problem, toProblem } from "../problem.ts";
import { type Found, loadPage, pageAtHand } from "../routes.ts";

/** The page of a place, once it is loaded. */
export function Screen({ place, params }: Found) {
  const [Page, setPage] = useState<Page | null>(() => pageAtHand(place));
  const [problem, setProblem] = useState<Problem | null>(null);
  const load = () => {
    setProblem(null);
    loadPage(place)
      .then((loaded) => setPage(() => loaded))
      .catch((error) => setProblem(toProblem(error)));
  };
  useEffect(load, [place]);
  if (Page) return <Page key={Object.values(params).join("/")} params={params} />;
  return problem ? <Said problem={problem} onAgain={load} /> : <Busy />;
}
