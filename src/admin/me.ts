import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Me } from "../admin-api/login.ts";
import type { Capability } from "../admin-api/roles.ts";

export interface Myself {
  readonly me: Me;
  /** Shows what an answer said of whoever is logged in. */
  readonly put: (me: Me) => void;
  /** Asks again, for example how many comments wait. */
  readonly reload: () => void;
  /** Somebody is out. */
  readonly leave: () => void;
}

export const MyselfContext = createContext<Myself | null>(null);

export function useMyself(): Myself {
  const myself = useContext(MyselfContext);
  if (!myself) throw new Error("Nobody is logged in here");
  return myself;
}

/** Whoever is logged in, on every page of the application. */
export const useMe = (): Me => useMyself().me;

export const mayI = (me: Me, capability: Capability): boolean => me.can.includes(capability);

const FLAG = "admin";

/** Tells the public pages of this browser that an author reads them, and how many comments wait. */
export function keepFlag({ waiting }: Pick<Me, "waiting">): void {
  localStorage.setItem(FLAG, JSON.stringify({ waiting, at: Date.now() }));
}

export function dropFlag(): void {
  localStorage.removeItem(FLAG);
}
