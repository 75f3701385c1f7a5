/** The rules of comments and mails, as the API gives them. */
export interface Rules {
  readonly hold: "all" | "newcomers" | "none";
  readonly links: number;
  readonly words: readonly string[];
  readonly hosts: readonly string[];
  readonly names: readonly string[];
  readonly refuseWords: readonly string[];
  readonly refuseHosts: readonly string[];
  readonly refuseNames: readonly string[];
  readonly refuseEmails: readonly string[];
  readonly closeAfterDays: number | null;
  readonly night: "open" | "held" | "closed";
  readonly nightUntil: string | null;
  readonly editMinutes: number;
  readonly mail: "off" | "owner" | "everyone";
  readonly mailFrom: string | null;
  readonly mailTo: readonly string[] | null;
  readonly mailTested: string | null;
}

/** Lists with one entry a line, in a field. */
export const toLines = (entries: readonly string[]): string => entries.join("\n");

/** As the API reads lists: with commas. A comma in a line parts it, too. */
export const fromLines = (text: string): string =>
  text
    .split(/[\n,]/)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== "")
    .join(",");
