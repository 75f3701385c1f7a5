import { useEffect, useState } from "preact/hooks";
import { useWords } from "../words.ts";

/** Says that there is no network, and that nothing is lost by it. */
export function Offline() {
  const words = useWords();
  const [isOffline, setOffline] = useState(!navigator.onLine);
  useEffect(() => {
    const changed = () => setOffline(!navigator.onLine);
    addEventListener("online", changed);
    addEventListener("offline", changed);
    return () => {
      removeEventListener("online", changed);
      removeEventListener("offline", changed);
    };
  }, []);
  return (
    <div class="offline" role="status">
      {isOffline && <p>{words.offline}</p>}
    </div>
  );
}
