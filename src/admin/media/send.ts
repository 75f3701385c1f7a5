import { type Asking, ask } from "../api.ts";
import { Problem } from "../problem.ts";

/** Milliseconds between tries of the same. */
const WAITS_MS = [500, 1_000, 2_000, 4_000, 8_000, 15_000, 30_000, 30_000];
/** Milliseconds after which it is tried again though the browser says there is no network. */
const OFFLINE_MS = 30_000;

/** SHA-256, hexadecimal. */
export async function hashOf(content: Blob): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", await content.arrayBuffer()));
  return [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Asks again while the network or the blog does not answer: nothing here does more when it is done twice. */
export async function insist<T>(
  path: string,
  asking: Asking & { signal: AbortSignal },
): Promise<T> {
  for (let tries = 0; ; tries++) {
    try {
      return await ask<T>(path, asking);
    } catch (error) {
      const wait = error instanceof Problem && mayPass(error) ? WAITS_MS[tries] : undefined;
      if (wait === undefined || asking.signal.aborted) throw error;
      await pause(Math.max(wait, (error as Problem).wait * 1_000), asking.signal);
    }
  }
}

/** Whether the same may work another time. */
export const mayPass = ({ status }: Problem): boolean =>
  status === 0 || status === 429 || status >= 500;

/** Waits so long, and for the network. */
async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  await new Promise<void>((done, fail) => {
    const stop = () => fail(signal.reason);
    const timer = setTimeout(go, navigator.onLine ? milliseconds : OFFLINE_MS);
    function go() {
      clearTimeout(timer);
      removeEventListener("online", go);
      signal.removeEventListener("abort", stop);
      done();
    }
    addEventListener("online", go);
    signal.addEventListener("abort", stop, { once: true });
  });
}
