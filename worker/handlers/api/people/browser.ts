const BROWSERS: readonly [RegExp, string][] = [
  [/Edg\//, "Edge"],
  [/OPR\//, "Opera"],
  [/Firefox\//, "Firefox"],
  [/Chrom(e|ium)\//, "Chrome"],
  [/Safari\//, "Safari"],
];
const SYSTEMS: readonly [RegExp, string][] = [
  [/iPhone|iPad/, "iOS"],
  [/Android/, "Android"],
  [/Windows/, "Windows"],
  [/Mac OS X/, "macOS"],
  [/Linux/, "Linux"],
];

/** What a list of sessions calls a browser: "Firefox, Linux", and no more than that is kept. */
export function browserOf({ headers }: Request): string {
  const agent = headers.get("User-Agent") ?? "";
  const named = [BROWSERS, SYSTEMS].map((list) => list.find(([fits]) => fits.test(agent))?.[1]);
  return named.filter(Boolean).join(", ") || "?";
}
