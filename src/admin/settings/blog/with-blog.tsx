import type { ComponentChildren } from "preact";
import type { BlogSettings } from "../../../admin-api/settings.ts";
import { ask } from "../../api.ts";
import { useAsked } from "../../asked.ts";
import { useMyself } from "../../me.ts";
import { Answered } from "../../parts/states.tsx";

interface Props {
  readonly children: (
    settings: BlogSettings,
    save: (changes: Partial<BlogSettings>) => Promise<unknown>,
  ) => ComponentChildren;
}

/** The settings of the blog, once they are there, and what saves some of them. */
export function WithBlog({ children }: Props) {
  const asked = useAsked<BlogSettings>("/api/settings/blog");
  const { reload } = useMyself();
  const save = async (changes: Partial<BlogSettings>) => {
    await ask("/api/settings/blog", { method: "PUT", body: changes });
    // The frame around all shows the title, and the blog's clock.
    reload();
  };
  return <Answered asked={asked}>{(settings) => children(settings, save)}</Answered>;
}
