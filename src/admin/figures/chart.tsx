import { Day } from "../parts/time.tsx";
import { useLang, useWords } from "../words.ts";
import type { DayReads } from "./days.ts";
import { WORDS } from "./words.ts";

/** Reads of each day, as bars; the same as a table for whoever would rather read. */
export function Chart({ days }: { readonly days: readonly DayReads[] }) {
  const words = useWords(WORDS);
  const lang = useLang();
  const most = Math.max(1, ...days.map(({ reads }) => reads));
  const sum = days.reduce((total, { reads }) => total + reads, 0);
  return (
    <figure class="chart">
      <figcaption>
        {words.chart}, {words.total} <strong>{sum.toLocaleString(lang)}</strong>
      </figcaption>
      <svg viewBox={`0 0 ${days.length * 10} 100`} preserveAspectRatio="none" aria-hidden="true">
        {days.map(({ day, reads }, at) => (
          <rect
            key={day}
            x={at * 10 + 1}
            y={100 - (reads / most) * 100}
            width={8}
            height={(reads / most) * 100}
          >
            <title>{`${day}: ${reads}`}</title>
          </rect>
        ))}
      </svg>
      <p class="facts ends">
        <span>{days[0] && <Day on={days[0].day} />}</span>
        <span>{days.length > 0 && <Day on={days.at(-1)?.day ?? ""} />}</span>
      </p>
      <details class="fold">
        <summary>{words.table}</summary>
        <table class="table">
          <thead>
            <tr>
              <th scope="col">{words.day}</th>
              <th scope="col">{words.reads}</th>
            </tr>
          </thead>
          <tbody>
            {days.map(({ day, reads }) => (
              <tr key={day}>
                <td>
                  <Day on={day} />
                </td>
                <td class="number">{reads.toLocaleString(lang)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}
