import type { MineWords } from "../i18n/mine/de.ts";
import type { Own } from "./kept.ts";
import { toFragment } from "./tokens.ts";

/** The link that carries all tokens to another device. What stands behind "#" is never sent. */
export const Take = ({ words, own }: { words: MineWords; own: readonly Own[] }) => (
  <p class="hint">
    <a href={`/comments/mine/${toFragment(own)}`} rel="noreferrer">
      {words.take}
    </a>
    : {words.takeHint}
  </p>
);

interface BringProps {
  readonly words: MineWords;
  readonly count: number;
  readonly onAnswer: (keep: boolean) => void;
}

/** Asks before it takes in what a link brings: it might be somebody else's. */
export const Bring = ({ words, count, onAnswer }: BringProps) => (
  <div class="quiet-form" role="alert">
    <span>{words.bring(count)}</span>
    <button type="button" onClick={() => onAnswer(true)}>
      {words.yes}
    </button>
    <button type="button" onClick={() => onAnswer(false)}>
      {words.no}
    </button>
  </div>
);
