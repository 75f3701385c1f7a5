import type { Health } from "../../admin-api/health.ts";
import { useWords } from "../words.ts";
import { WORDS } from "./words.ts";

/** How fast each binding answers. */
export function Bindings({ bindings }: Pick<Health, "bindings">) {
  const words = useWords(WORDS);
  return (
    <section class="section">
      <h2>{words.bindings}</h2>
      <table class="table">
        <tbody>
          {(["d1", "kv", "r2"] as const).map((name) => (
            <tr key={name}>
              <th scope="row">{words.bindingsOf[name]}</th>
              <td class="number">{milliseconds(bindings[name], words)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const milliseconds = (found: number | null, words: (typeof WORDS)["de"]): string =>
  found === null ? words.silent : words.milliseconds(Math.round(found));

/** What of the day is spent. */
export function Budgets({ budgets }: Pick<Health, "budgets">) {
  const words = useWords(WORDS);
  return (
    <section class="section">
      <h2>{words.budgets}</h2>
      <p class="faded">{words.budgetsLong}</p>
      <ul class="budgets">
        {budgets.map(({ name, spent, most }) => (
          <li key={name}>
            <span>{words.budgetsOf[name]}</span>
            <span class="number">{words.spent(spent, most)}</span>
            <meter
              aria-label={words.budgetsOf[name]}
              value={Math.min(spent, most)}
              max={most}
              high={most * 0.8}
              optimum={0}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
