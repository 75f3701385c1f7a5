import { useState } from "preact/hooks";
import type { PostFull } from "../../admin-api/posts.ts";
import { sentenceOf, useDesk } from "./desk.ts";
import { Preview } from "./preview/preview.tsx";
import type { Saved } from "./saving/ports.ts";
import { askOrProblem, type Saving } from "./saving/use-saver.ts";
import { TitleField } from "./title-field.tsx";

interface HtmlPostProps {
  readonly post: PostFull;
  readonly saving: Saving;
  readonly onReload: () => void;
}

/** An imported post in HTML is shown; written in it is only after it became Markdown. */
export function HtmlPost({ post, saving: { saver, fields, change }, onReload }: HtmlPostProps) {
  const desk = useDesk();
  const { ask, words, tell } = desk;
  const [problem, setProblem] = useState<string | null>(null);
  const path = `/posts/${post.id}`;
  const convert = async () => {
    try {
      // What is converted is what the blog has; it shall have all that was typed.
      if (saver.isDirty)
        await saver.sendBy<Saved>((base, typed) =>
          askOrProblem(ask, path, "PUT", { base, fields: typed }),
        );
      await ask(`${path}/markdown`, { method: "POST", body: {} });
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
