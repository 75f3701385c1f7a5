import { useDesk } from "../desk.ts";
import type { Category } from "./use-terms.ts";

interface CategoriesFieldProps {
  /** Slugs. */
  readonly chosen: readonly string[];
  readonly categories: readonly Category[];
  readonly onChange: (chosen: string[]) => void;
}

/** Categories as boxes, each below its parent. */
export function CategoriesField({ chosen, categories, onChange }: CategoriesFieldProps) {
  const { words } = useDesk();
  const tops = categories.filter(
    ({ parent }) => !parent || !categories.some(({ slug }) => slug === parent),
  );
  const toggle = (slug: string, isOn: boolean) =>
    onChange(isOn ? [...chosen, slug] : chosen.filter((other) => other !== slug));
  return (
    <fieldset class="ed-field ed-categories">
      <legend>{words.panel.categories}</legend>
      {categories.length === 0 && <p class="ed-hint">{words.panel.noCategories}</p>}
      <Branch level={tops} {...{ all: categories, chosen, toggle }} />
    </fieldset>
  );
}

interface BranchProps {
  readonly level: readonly Category[];
  readonly all: readonly Category[];
  readonly chosen: readonly string[];
  readonly toggle: (slug: string, isOn: boolean) => void;
}

function Branch({ level, all, chosen, toggle }: BranchProps) {
  if (level.length === 0) return null;
  return (
    <ul>
      {level.map(({ slug, name }) => (
        <li key={slug}>
          <label class="ed-check">
            <input
              type="checkbox"
              checked={chosen.includes(slug)}
              onChange={(event) => toggle(slug, event.currentTarget.checked)}
            />
            {name}
          </label>
          <Branch
            level={all.filter(({ parent }) => parent === slug)}
            {...{ all: all.filter((other) => other.slug !== slug), chosen, toggle }}
          />
        </li>
      ))}
    </ul>
  );
}
