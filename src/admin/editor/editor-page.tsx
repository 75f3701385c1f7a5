import { useEffect, useMemo } from "preact/hooks";
import { words as de } from "../../i18n/admin/de/editor.ts";
import { words as en } from "../../i18n/admin/en/editor.ts";
import { ask } from "../api.ts";
import { mayI, useMe } from "../me.ts";
import { toast } from "../parts/toasts.tsx";
import type { PageProps } from "../place.ts";
import { useLang, useWords } from "../words.ts";
import type { Desk } from "./desk.ts";
import { OpenPost } from "./open-post.tsx";

const WORDS = { de, en };

/** The page of a post, for writing. */
export function EditorPage({ params }: PageProps) {
  const me = useMe();
  const words = useWords(WORDS);
  const lang = useLang();
  const desk = useMemo(
    (): Desk => ({
      ask: (path, asking) => ask(`/api${path}`, asking),
      ...{ words, lang, timeZone: me.blog.timeZone, tell: toast },
      me: { slug: me.slug, name: me.name, writesForAll: mayI(me, "posts.all") },
      upload: async (file, options) => {
        const { uploadPicture } = await import("../media/upload.ts");
        return uploadPicture(file, options);
      },
    }),
    [words, lang, me],
  );
  useEffect(() => {
    document.title = `${words.text} · ${me.blog.title}`;
  }, [words, me]);
  return <OpenPost desk={desk} id={params["post"] ?? ""} />;
}
