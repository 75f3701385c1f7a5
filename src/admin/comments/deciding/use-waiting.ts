import { useRef } from "preact/hooks";
import { useMyself } from "../../me.ts";

/** How many comments wait, as the navigation and the public pages of this browser show it. */
export function useWaiting(): (by: number) => void {
  const myself = useMyself();
  const now = useRef(myself);
  const count = useRef(myself.me.waiting);
  now.current = myself;
  count.current = myself.me.waiting;
  const change = (by: number) => {
    if (by === 0) return;
    // Two decisions may be answered before the page is rendered again.
    count.current = Math.max(0, count.current + by);
    now.current.put({ ...now.current.me, waiting: count.current });
  };
  return change;
}
