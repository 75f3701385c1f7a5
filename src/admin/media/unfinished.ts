const KEY = "admin.uploads";
const MOST = 10;

/** Names of files that are on their way, or that broke off: whoever chooses one again goes on with it. */
export function listUnfinished(): string[] {
  try {
    const names: unknown = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(names) ? names.map(String) : [];
  } catch {
    return [];
  }
}

export const rememberUnfinished = (name: string): void =>
  keep([name, ...listUnfinished().filter((other) => other !== name)].slice(0, MOST));

export const forgetUnfinished = (name: string): void =>
  keep(listUnfinished().filter((other) => other !== name));

/** A browser that keeps nothing loses only the reminder. */
function keep(names: readonly string[]): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(names));
  } catch {}
}
