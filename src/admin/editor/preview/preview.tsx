import { useEffect, useRef, useState } from "preact/hooks";
import type { PostFields } from "../../../admin-api/posts.ts";
import { useDesk } from "../desk.ts";

interface PreviewProps {
  readonly post: number;
  readonly kind: "post" | "page";
  readonly fields: PostFields;
}

/** Milliseconds without a change before the page is asked for, and at most between two. */
const QUIET = 500;

/**
 * The page as readers would see it, made by the blog itself. Two frames take turns, so that one is always seen, and where one
 * was read the next one goes on.
 */
export function Preview({ post, kind, fields }: PreviewProps) {
  const { words } = useDesk();
  const form = useRef<HTMLFormElement>(null);
  const frames = [useRef<HTMLIFrameElement>(null), useRef<HTMLIFrameElement>(null)] as const;
  const [shown, setShown] = useState<0 | 1>(0);
  const asked = useRef(false);
  const next = shown === 0 ? 1 : 0;
  const json = JSON.stringify({ id: post, kind, fields });
  useEffect(() => {
    const timer = setTimeout(() => {
      asked.current = true;
      form.current?.submit();
    }, QUIET);
    return () => clearTimeout(timer);
  }, [json]);
  const loaded = (at: 0 | 1) => {
    if (!asked.current || at !== next) return;
    asked.current = false;
    keepPlace(frames[shown].current, frames[at].current);
    setShown(at);
  };
  return (
    <section class="ed-preview" aria-label={words.preview.title}>
      <form ref={form} method="post" action="/admin/preview/" target={`preview-${next}`} hidden>
        <input type="hidden" name="post" value={json} />
      </form>
      {([0, 1] as const).map((at) => (
        <iframe
          key={at}
          ref={frames[at]}
          name={`preview-${at}`}
          title={words.preview.title}
          // The page runs nothing; its place is read to keep it.
          sandbox="allow-same-origin"
          class={at === shown ? "shown" : ""}
          aria-hidden={at !== shown}
          tabIndex={at === shown ? 0 : -1}
          onLoad={() => loaded(at)}
        />
      ))}
    </section>
  );
}

function keepPlace(from: HTMLIFrameElement | null, to: HTMLIFrameElement | null): void {
  try {
    to?.contentWindow?.scrollTo(0, from?.contentWindow?.scrollY ?? 0);
  } catch {
    // A page that could not be made is the browser's own, and has no place to keep.
  }
}
