import type { ComponentChildren } from "preact";
import { ask } from "../../api.ts";
import { useAsked } from "../../asked.ts";
import { Answered } from "../../parts/states.tsx";
import type { Rules } from "./rules.ts";

/** Changes rules: names with what was typed for them. Gives all of them as they are then. */
export type SaveRules = (typed: Readonly<Record<string, string>>) => Promise<Rules>;

interface Props {
  readonly children: (rules: Rules, save: SaveRules) => ComponentChildren;
}

/** The rules, once they are there, and what changes some of them. */
export function WithRules({ children }: Props) {
  const asked = useAsked<Rules>("/api/settings/comments");
  const save: SaveRules = async (typed) => {
    const rules = await ask<Rules>("/api/settings/comments", { method: "POST", body: typed });
    asked.put(rules);
    return rules;
  };
  return <Answered asked={asked}>{(rules) => children(rules, save)}</Answered>;
}
