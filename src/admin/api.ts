import { Problem, type ProblemDetails } from "./problem.ts";

export interface Asking {
  readonly method?: "GET" | "POST" | "PUT" | "DELETE";
  /** Sent as JSON; bytes go as they are. */
  readonly body?: unknown;
  readonly signal?: AbortSignal;
  readonly headers?: Readonly<Record<string, string>>;
  /** False: somebody who is logged out is told so, and not asked to log in. */
  readonly login?: boolean;
}

/**
 * Asks the API. Whoever was logged out meanwhile may log in over the page, and the request goes out again. Throws a Problem;
 * its status is 0 where no answer came.
 */
export async function ask<T>(path: string, asking: Asking = {}): Promise<T> {
  const answer = await send(path, asking);
  const again = answer.status === 401 && asking.login !== false && (await loginAgain());
  return read<T>(again ? await send(path, asking) : answer);
}

let loginAgain: () => Promise<boolean> = async () => false;

/** Says how somebody logs in over a page: `login` gives whether the same person is in again. */
export function onLoggedOut(login: () => Promise<boolean>): void {
  let open: Promise<boolean> | null = null;
  loginAgain = () => {
    // Requests that fail together ask once.
    open ??= login().finally(() => {
      open = null;
    });
    return open;
  };
}

async function send(path: string, { method = "GET", body, signal, headers }: Asking) {
  const isRaw = body instanceof Blob || body instanceof ArrayBuffer || ArrayBuffer.isView(body);
  const type = body === undefined || isRaw ? {} : { "Content-Type": "application/json" };
  try {
    return await fetch(path, {
      ...{ method, headers: { Accept: "application/json", ...type, ...headers } },
      ...(body === undefined ? {} : { body: isRaw ? (body as BodyInit) : JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new Problem(0);
  }
}

async function read<T>(response: Response): Promise<T> {
  if (response.status === 204) return undefined as T;
  // An answer that stops midway is none.
  const data = await response.json().catch(() => {
    throw new Problem(response.ok ? 0 : response.status);
  });
  if (response.ok) return data as T;
  const wait = Number(response.headers.get("Retry-After")) || 0;
  throw new Problem(response.status, data as ProblemDetails, wait);
}
