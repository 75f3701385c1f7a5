import type { IslandWords } from "../i18n/island/de.ts";
import type { CommentNode } from "../model.ts";
import { Nodes } from "./nodes.tsx";

/** What the form is about, if it is not the post as a whole. */
export interface About {
  readonly title: string;
  readonly quote?: string;
}

interface HeadProps {
  readonly words: IslandWords;
  readonly about: About | null;
  readonly onCancel: () => void;
}

/** What stands in the form above its fields. */
export const Head = ({ words, about, onCancel }: HeadProps) =>
  about && (
    <>
      <p class="about">
        <b>{about.title}</b>{" "}
        <button type="button" onClick={onCancel}>
          {words.cancel}
        </button>
      </p>
      {about.quote && <blockquote class="passage">{about.quote}</blockquote>}
    </>
  );

interface ExtrasProps {
  readonly words: IslandWords;
  /** Characters. */
  readonly left: number;
  /** What the text will look like. */
  readonly nodes: readonly CommentNode[];
  /** Whether this browser remembers who writes. */
  readonly known: boolean;
  readonly status: string;
  readonly problem: string;
  /** Gives sending up; null while nothing is on its way. */
  readonly onStop: (() => void) | null;
}

/** What stands in it above the button. The two regions are always there, so that what comes into them is said. */
export const Extras = ({ words, left, nodes, known, status, problem, onStop }: ExtrasProps) => (
  <>
    <small class="left">{words.left(left)}</small>
    {nodes[0] && (
      <details class="preview" open>
        <summary>{words.preview}</summary>
        <Nodes nodes={nodes} />
      </details>
    )}
    <label class="tick">
      <input type="checkbox" name="remember" defaultChecked={known} /> {words.remember}
    </label>
    <p class={status && "news"} role="status">
      {status}
    </p>
    <p class={problem && "problem"} role="alert">
      {problem}
    </p>
    {onStop && (
      <p>
        <button type="button" onClick={onStop}>
          {words.stop}
        </button>
      </p>
    )}
  </>
);
