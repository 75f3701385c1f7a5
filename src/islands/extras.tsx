import type { IslandWords } from "../i18n/island/de.ts";
import type { CommentNode } from "../model.ts";
import { Nodes } from "./nodes.tsx";

/** What the form is about, if it is not the post as a whole. */
export interface About {
  readonly title: string;
  readonly quote: string;
}

/** What stands in the form above its fields. */
export const Head = ({
  words,
  about,
  onCancel,
}: {
  words: IslandWords;
  about: About | null;
  onCancel: () => void;
}) =>
  about && (
    <>
      <p class="about">
        <b>{about.title}</b>{" "}
        <button type="button" class="plain" onClick={onCancel}>
          {words.cancel}
        </button>
      </p>
      {about.quote && <blockquote class="passage">{about.quote}</blockquote>}
    </>
  );

/** What stands below the text: how much still fits, and what it will look like. */
export const Below = ({
  words,
  left,
  nodes,
}: {
  words: IslandWords;
  left: number;
  nodes: readonly CommentNode[];
}) => (
  <>
    <small class="left">{words.left(left)}</small>
    {nodes.length > 0 && (
      <details class="preview" open>
        <summary>{words.preview}</summary>
        <Nodes nodes={nodes} />
      </details>
    )}
  </>
);

export interface Waiting {
  now(): void;
  stop(): void;
}

/** How it stands with sending. The two regions are always there, so that what comes into them is said. */
export const Foot = ({
  words,
  status,
  problem,
  waiting,
}: {
  words: IslandWords;
  status: string;
  problem: string;
  waiting: Waiting | null;
}) => (
  <>
    <p class={status && "news"} role="status">
      {status}
    </p>
    <p class={problem && "problem"} role="alert">
      {problem}
    </p>
    {waiting && (
      <p>
        <button type="button" onClick={waiting.now}>
          {words.now}
        </button>{" "}
        <button type="button" onClick={waiting.stop}>
          {words.stop}
        </button>
      </p>
    )}
  </>
);
