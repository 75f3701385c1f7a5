import type { Step } from "../../worker/content/files/plan.ts";

/** Posts and characters of Markdown in one request: a Worker of the free plan has 10 ms to render them. */
const MAX_POSTS = 3;
const MAX_CHARS = 16_000;

/** What there is to write, in the portions in which it is sent. */
export function packSteps(steps: readonly Step[]): Step[][] {
  const packs: Step[][] = [];
  for (const group of groupMoves(steps.filter(isNews))) {
    const last = packs.at(-1);
    if (last && fits([...last, ...group])) last.push(...group);
    else packs.push(group);
  }
  return packs;
}

/** A new post, a changed one, or one whose file lies elsewhere now. */
const isNews = ({ kind, known, draft, id }: Step): boolean =>
  kind !== "unchanged" || known?.file !== draft.file.name || known.fileId !== id;

const fits = (steps: readonly Step[]): boolean =>
  steps.length <= MAX_POSTS &&
  steps.reduce((sum, { draft }) => sum + draft.file.markdown.length, 0) <= MAX_CHARS;

/** A post that takes the place of another goes with it: two may have changed places. */
function groupMoves(steps: readonly Step[]): Step[][] {
  const placeOf = (path: string) => path.replace(/\/$/, "");
  const leaving = new Map(
    steps.flatMap((step) => (step.known ? [[placeOf(step.known.path), step] as const] : [])),
  );
  const groups = new Map(steps.map((step) => [step, [step]]));
  for (const step of steps) {
    const other = leaving.get(placeOf(step.post.path));
    const [mine, theirs] = [groups.get(step) ?? [], (other && groups.get(other)) ?? []];
    if (!other || mine === theirs) continue;
    const merged = [...mine, ...theirs];
    for (const one of merged) groups.set(one, merged);
  }
  return [...new Set(groups.values())];
}
