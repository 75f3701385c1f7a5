import type { Sample, Target } from "./load.ts";

/** What one target did, over all rounds. */
export interface Measured {
  readonly target: Target;
  /** Requests a second, by round. */
  readonly rates: number[];
  readonly latencies: number[];
}

export const add = ({ rates, latencies }: Measured, sample: Sample): void => {
  rates.push((sample.latencies.length / sample.elapsed) * 1_000);
  latencies.push(...sample.latencies);
};

/** The median of the rounds' ratios: what disturbs a round disturbs both. */
export const ratio = (of: Measured, to: Measured): number =>
  median(of.rates.map((rate, round) => rate / (to.rates[round] as number)));

export const line = (measured: Measured): string => {
  const { target, rates, latencies } = measured;
  const sorted = [...latencies].sort((a, b) => a - b);
  const at = (part: number) => (sorted[Math.floor(sorted.length * part)] ?? 0).toFixed(2);
  const rate = Math.round(median(rates)).toString().padStart(7);
  return `${target.name.padEnd(34)}${rate}${at(0.5).padStart(9)}${at(0.99).padStart(9)}`;
};

export const HEAD = `${"".padEnd(34)}${"req/s".padStart(7)}${"p50 ms".padStart(9)}${"p99 ms".padStart(9)}`;

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1
    ? (sorted[half] as number)
    : ((sorted[half - 1] as number) + (sorted[half] as number)) / 2;
}
