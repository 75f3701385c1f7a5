import { useCallback, useEffect, useRef } from "preact/hooks";
import type { PostFull } from "../../admin-api/posts.ts";
import { ask } from "../api.ts";
import { useDeed } from "../deed.ts";
import { Button } from "../parts/button.tsx";
import { sentenceOf } from "../parts/sentence.ts";
import { toast } from "../parts/toasts.tsx";
import { navigate } from "../router.tsx";
import { useWords } from "../words.ts";

type Kind = "post" | "page";

export const editorPath = (id: number): string => `/admin/posts/${id}/`;

/** Makes an empty draft and goes there: gives how, and whether that is under way. */
export function useNewPost(kind: Kind): readonly [make: () => void, busy: boolean] {
  const { busy, problem, run } = useDeed();
  const words = useWords();
  useEffect(() => {
    if (problem) toast(sentenceOf(problem, words));
  }, [problem]);
  // Until an answer comes it is the same post, whatever the network does.
  const key = useRef("");
  const make = useCallback(() => {
    key.current ||= crypto.randomUUID();
    const headers = { "Idempotency-Key": key.current };
    run(async () => {
      const { id } = await ask<PostFull>("/api/posts", { method: "POST", body: { kind }, headers });
      key.current = "";
      navigate(editorPath(id));
    });
  }, [kind, run]);
  return [make, busy];
}

/** The button that begins something new. */
export function NewPost({ kind }: { readonly kind: Kind }) {
  const words = useWords();
  const [make, busy] = useNewPost(kind);
  return (
    <Button look="main" busy={busy} onClick={make}>
      {kind === "post" ? words.newPost : words.newPage}
    </Button>
  );
}
