/** What the blog said. */
export interface Reply<T> {
  readonly status: number;
  /** Null if it was no JSON. */
  readonly data: T | null;
  /** Seconds that it asks to wait; 0 if it says nothing. */
  readonly wait: number;
}

/** Milliseconds. */
const PATIENCE_MS = 15_000;

/** Posts JSON to this blog. Null if there is no network, or no answer in time. */
export async function ask<T>(address: string, body: unknown): Promise<Reply<T> | null> {
  try {
    const response = await fetch(address, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const { status, headers } = response;
    const wait = Number(headers.get("Retry-After")) || 0;
    // An answer that stops midway is none.
    return { status, wait, data: await response.json().catch(() => null) };
  } catch {
    return null;
  }
}

/** Why the blog did not do it: RFC 9457. */
export interface Problem {
  readonly detail?: string;
  readonly field?: string;
}
