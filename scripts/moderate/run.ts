import type { ModerationAction } from "../../worker/content/comments/moderate.ts";
import type { CommentStatus } from "../../worker/db/write/drafts.ts";
import { BlogError } from "../../worker/errors.ts";
import type { ModerationDesk } from "./desk.ts";
import { printQueue, printSettings } from "./print.ts";

/** What was typed behind `npm run moderate --`. */
export interface Typed {
  readonly list?: boolean | undefined;
  readonly status?: string | undefined;
  readonly json?: boolean | undefined;
  readonly approve?: boolean | undefined;
  readonly spam?: boolean | undefined;
  readonly trash?: boolean | undefined;
  readonly hold?: boolean | undefined;
  /** "name=value" each. */
  readonly set?: readonly string[] | undefined;
  readonly settings?: boolean | undefined;
  readonly night?: string | undefined;
  readonly until?: string | undefined;
  readonly erase?: string | undefined;
  readonly "name-only"?: boolean | undefined;
  readonly export?: string | undefined;
  readonly feed?: boolean | undefined;
  readonly "test-mail"?: string | undefined;
}

const STATUSES: readonly CommentStatus[] = ["pending", "approved", "spam", "trash"];
const ACTIONS = ["approve", "spam", "trash", "hold"] as const satisfies ModerationAction[];

/** Does what the flags say, and gives what is printed. */
export async function runFlags(
  desk: ModerationDesk,
  typed: Typed,
  ids: readonly string[],
): Promise<string> {
  const action = ACTIONS.find((name) => typed[name]);
  if (action) return decide(desk, action, ids);
  if (ids.length > 0) throw new BlogError("invalid", `Nothing is said to be done with ${ids[0]}.`);
  const settings = settingsOf(typed);
  if (settings) return printSettings(await desk.change(settings));
  if (typed.settings) return printSettings(await desk.settings());
  if (typed.export !== undefined)
    return JSON.stringify(await desk.exportPerson(typed.export), null, 2);
  if (typed.erase !== undefined) return erase(desk, typed.erase, typed["name-only"] ?? false);
  if (typed.feed)
    return `This address is secret: whoever has it decides.\n\n${await desk.queueFeed()}`;
  if (typed["test-mail"] !== undefined) return test(desk, typed["test-mail"]);
  return list(desk, typed);
}

async function decide(
  desk: ModerationDesk,
  action: ModerationAction,
  ids: readonly string[],
): Promise<string> {
  if (ids.length === 0) throw new BlogError("invalid", `--${action} needs ids; --list shows them.`);
  const changed = await desk.decide(action, ids);
  const same = ids.length - changed.length;
  const rest = same > 0 ? ` ${same} unknown, or so already.` : "";
  return `${changed.length} changed.${rest}`;
}

function settingsOf({ set, night, until }: Typed): Record<string, string> | null {
  if (!set && night === undefined) {
    if (until !== undefined) throw new BlogError("invalid", "--until belongs to --night.");
    return null;
  }
  const pairs = (set ?? []).map((pair) => {
    const at = pair.indexOf("=");
    if (at < 1) throw new BlogError("invalid", `--set is typed as name=value, not "${pair}".`);
    return [pair.slice(0, at), pair.slice(at + 1)] as const;
  });
  return {
    ...Object.fromEntries(pairs),
    ...(night !== undefined && { night }),
    ...(until !== undefined && { nightUntil: until }),
  };
}

async function erase(desk: ModerationDesk, email: string, nameOnly: boolean): Promise<string> {
  const ids = await desk.erasePerson(email, nameOnly ? "name" : "text");
  const what = nameOnly ? "The name is off" : "The text is gone from";
  return `${what} ${ids.length === 1 ? "one comment" : `${ids.length} comments`}.`;
}

async function test(desk: ModerationDesk, to: string): Promise<string> {
  await desk.testMail(to);
  return `A mail to ${to} was taken. If it arrives, --set mail=everyone is allowed now.`;
}

async function list(desk: ModerationDesk, { status = "pending", json }: Typed): Promise<string> {
  const known = STATUSES.find((one) => one === status);
  if (!known) throw new BlogError("invalid", `A status is one of: ${STATUSES.join(", ")}.`);
  const queue = await desk.list(known);
  return json ? JSON.stringify(queue, null, 2) : printQueue(queue, known);
}
