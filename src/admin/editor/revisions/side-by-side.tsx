import { useEffect, useRef } from "preact/hooks";
import { useDesk } from "../desk.ts";
import type { Comparison } from "./comparison.ts";

interface SideBySideProps {
  readonly left: string;
  readonly right: string;
  readonly labels: readonly [left: string, right: string];
  /** Gets the right side's text when it is changed; without it nothing can be. */
  readonly onChange?: (text: string) => void;
}

/** Two texts beside each other, with a name above each. */
export function SideBySide({ left, right, labels, onChange }: SideBySideProps) {
  const { words } = useDesk();
  const parent = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let comparison: Comparison | null = null;
    let isGone = false;
    void import("./comparison.ts").then(({ compare }) => {
      if (isGone || !parent.current) return;
      comparison = compare({
        ...{ parent: parent.current, left, right, labels, isEditable: onChange !== undefined },
        foldedLabel: words.revisions.folded,
        changed: () => onChange?.(comparison?.text() ?? right),
      });
    });
    return () => {
      isGone = true;
      comparison?.close();
    };
  }, [left, right]);
  return (
    <div class="ed-compare">
      <p class="ed-sides">
        <strong>{labels[0]}</strong> <strong>{labels[1]}</strong>
      </p>
      <div ref={parent} />
    </div>
  );
}
