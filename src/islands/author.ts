import { type BarWords, words as de } from "../i18n/bar/de.ts";
import { words as en } from "../i18n/bar/en.ts";

/** What the application left in this browser when somebody logged in. */
interface Flag {
  readonly waiting: number;
  /** Milliseconds: when that was asked. */
  readonly at: number;
}

const FLAG = "admin";

/** Milliseconds. A count need not be newer. */
const FRESH_MS = 60_000;

/** The small bar of an author who reads: *Edit* where there is a post, and what waits. */
export async function start(flag: string, place: HTMLElement | null): Promise<void> {
  const post = place?.dataset["post"] ?? null;
  const words = document.documentElement.lang === "de" ? de : en;
  const known: Flag = { waiting: 0, at: 0, ...JSON.parse(flag) };
  const bar = document.createElement("nav");
  bar.ariaLabel = words.bar;
  Object.assign(bar.style, BAR);
  document.body.append(bar);
  show(bar, { post, words, waiting: known.waiting });
  if (Date.now() - known.at < FRESH_MS) return;
  const waiting = await askWaiting(known.waiting);
  if (waiting === null) bar.remove();
  else show(bar, { post, words, waiting });
}

/** Null: nobody is logged in any more, and the flag goes. Without an answer, what was known stays, and is not asked at once again. */
async function askWaiting(known: number): Promise<number | null> {
  const keep = (waiting: number) =>
    localStorage.setItem(FLAG, JSON.stringify({ waiting, at: Date.now() }));
  keep(known);
  const response = await fetch("/api/me");
  if (response.status === 401) localStorage.removeItem(FLAG);
  if (!response.ok) return response.status === 401 ? null : known;
  const { waiting } = (await response.json()) as { waiting: number };
  keep(waiting);
  return waiting;
}

interface Shown {
  readonly post: string | null;
  readonly waiting: number;
  readonly words: BarWords;
}

function show(bar: HTMLElement, { post, waiting, words }: Shown): void {
  const edit = `/admin/edit/?path=${encodeURIComponent(post ?? "")}`;
  const queue = linkTo("/admin/comments/", words.waiting(waiting));
  bar.replaceChildren(
    ...(post === null ? [] : [linkTo(edit, words.edit)]),
    waiting > 0 ? queue : linkTo("/admin/", words.desk),
  );
}

function linkTo(href: string, text: string): HTMLAnchorElement {
  const link = document.createElement("a");
  link.href = href;
  link.textContent = text;
  Object.assign(link.style, LINK);
  return link;
}

// The policy of public pages knows no style sheet of this bar; what a script sets is allowed.
const BAR = {
  position: "fixed",
  right: "1rem",
  bottom: "1rem",
  zIndex: "5",
  display: "flex",
  gap: "0.2rem",
  padding: "0.2rem",
  border: "1px solid var(--line)",
  borderRadius: "8px",
  background: "var(--paper)",
  boxShadow: "0 4px 16px rgb(0 0 0 / 15%)",
} satisfies Partial<CSSStyleDeclaration>;

const LINK = {
  padding: "0.35rem 0.8rem",
  font: "0.9rem/1.5 var(--sans)",
  textDecoration: "none",
} satisfies Partial<CSSStyleDeclaration>;
