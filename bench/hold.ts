/** What was not held, as sentences. */
export const failures: string[] = [];

/** Prints a figure and its lower bound. */
export function holdLeast(name: string, value: number, bound: number): void {
  console.log(`${name.padEnd(44)}${value.toFixed(2)}   at least ${bound}`);
  if (!(value >= bound)) failures.push(`${name} is ${value.toFixed(2)}, below ${bound}`);
}

/** Prints a figure and its upper bound. */
export function holdMost(name: string, value: number, bound: number): void {
  console.log(`${name.padEnd(44)}${value.toFixed(2)}   at most ${bound}`);
  if (!(value <= bound)) failures.push(`${name} is ${value.toFixed(2)}, above ${bound}`);
}
