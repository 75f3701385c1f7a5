import { useState } from "preact/hooks";
import type { Frame } from "../../admin-api/frame.ts";
import { Button } from "../parts/button.tsx";
import { useWords } from "../words.ts";
import type { FrameProps } from "./frame-page.tsx";
import { LinkDialog } from "./link-dialog.tsx";
import { PartFrame } from "./part-frame.tsx";
import { Sortable } from "./sortable.tsx";
import { usePart } from "./use-part.ts";
import { WORDS } from "./words.ts";

export type BlogrollLink = Frame["blogroll"][number];

/** Links to other blogs. */
export function Blogroll({ frame: { blogroll }, onSaved }: FrameProps) {
  const words = useWords(WORDS);
  const shell = useWords();
  const part = usePart<readonly BlogrollLink[]>(
    blogroll,
    (links) => ({ blogroll: [...links] }),
    onSaved,
  );
  const { typed, set } = part;
  const [open, setOpen] = useState<{ readonly link: BlogrollLink | null } | null>(null);
  const put = (before: BlogrollLink | null, link: BlogrollLink) =>
    set(before ? typed.map((one) => (one === before ? link : one)) : [...typed, link]);
  return (
    <PartFrame
      {...{ title: words.blogroll, about: words.blogrollLong, part }}
      tools={<Button onClick={() => setOpen({ link: null })}>{words.addLink}</Button>}
    >
      {typed.length === 0 && <p>{words.noLinks}</p>}
      <Sortable<BlogrollLink>
        {...{ label: words.blogroll, items: typed }}
        keyOf={({ url }) => url}
        nameOf={({ title }) => title}
        onOrder={set}
      >
        {(link) => (
          <>
            <div class="named">
              {link.title}
              <p class="facts">
                <span>{link.url}</span>
              </p>
            </div>
            <Button look="bare" onClick={() => setOpen({ link })}>
              {words.edit}
            </Button>
            <Button look="bare" onClick={() => set(typed.filter((one) => one !== link))}>
              {shell.remove}
            </Button>
          </>
        )}
      </Sortable>
      {open && (
        <LinkDialog
          link={open.link}
          onDone={(link) => put(open.link, link)}
          onClose={() => setOpen(null)}
        />
      )}
    </PartFrame>
  );
}
