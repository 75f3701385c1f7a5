import { useState } from "preact/hooks";

/** Text, preview and details have room beside each other on large screens only. */
const isLarge = () => matchMedia("(min-width: 110rem)").matches;

/** What stands beside the text, or on a phone over it. */
export function useBeside() {
  const [isPreviewed, setPreviewed] = useState(false);
  const [isDetailed, setDetailed] = useState(() => matchMedia("(min-width: 75rem)").matches);
  return {
    isPreviewed,
    isDetailed,
    togglePreview: () => {
      if (!isPreviewed && !isLarge()) setDetailed(false);
      setPreviewed(!isPreviewed);
    },
    toggleDetails: () => {
      if (!isDetailed && !isLarge()) setPreviewed(false);
      setDetailed(!isDetailed);
    },
  };
}
