import { useState } from "preact/hooks";
import type { PostFields, PostFull } from "../../admin-api/posts.ts";
import { sentenceOf, useDesk } from "./desk.ts";
import { Preview } from "./preview/preview.tsx";
import { TitleField } from "./title-field.tsx";

interface HtmlPostProps {
  readonly post: PostFull;
  readonly fields: PostFields;
  readonly change: (part: Partial<PostFields>) => void;
  readonly onReload: () => void;
}

/** An imported post in HTML is shown; written in it is only after it became Markdown. */
export function HtmlPost({ post, fields, change, onReload }: HtmlPostProps) {
  const desk = useDesk();
  const { ask, words, tell } = desk;
  const [problem, setProblem] = useState<string | null>(null);
  const convert = async () => {
    try {
      await ask(`/posts/${post.id}/markdown`, { method: "POST", body: {} });
      tell(words.html.converted);
      onReload();
    } catch (caught) {
      const { reason } = caught as { reason?: string };
      const sentence = sentenceOf(caught, desk);
      setProblem(reason === "differs" ? words.html.differs(sentence) : sentence);
    }
  };
  return (
    <div class="ed-sheet ed-html">
      <TitleField fields={fields} change={change} />
      <p class="ed-hint">{words.html.hint}</p>
      <p>
        <button type="button" class="button main" onClick={() => void convert()}>
          {words.html.convert}
        </button>
      </p>
      <p class="ed-problem" role="alert">
        {problem}
      </p>
      <Preview post={post.id} kind={post.kind} fields={fields} />
    </div>
  );
}
