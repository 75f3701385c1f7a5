import { useState } from "preact/hooks";
import type { Block } from "../../admin-api/frame.ts";
import { Button } from "../parts/button.tsx";
import { useWords } from "../words.ts";
import { BlockDialog } from "./block-dialog.tsx";
import { type BlockKind, canBeSet, newBlock, numbered } from "./blocks.ts";
import type { FrameProps } from "./frame-page.tsx";
import { PartFrame } from "./part-frame.tsx";
import { Sortable } from "./sortable.tsx";
import { usePart } from "./use-part.ts";
import { WORDS } from "./words.ts";

/** `at`: its place; null: it is new. */
type Open = { readonly at: number | null; readonly block: Block };

/** The blocks beside the posts. */
export function Sidebar({ frame: { sidebar }, onSaved }: FrameProps) {
  const words = useWords(WORDS);
  const shell = useWords();
  const part = usePart<readonly Block[]>(sidebar, (blocks) => ({ sidebar: [...blocks] }), onSaved);
  const { typed, set } = part;
  const [open, setOpen] = useState<Open | null>(null);
  const nameOf = (block: Block) =>
    `${words.kinds[block.kind]}${"title" in block && block.title ? `: ${block.title}` : ""}`;
  const put = ({ at }: Open, block: Block) =>
    set(at === null ? [...typed, block] : typed.map((one, index) => (index === at ? block : one)));
  const add = (kind: BlockKind) => {
    const block = newBlock(kind);
    if (canBeSet(block)) setOpen({ at: null, block });
    else set([...typed, block]);
  };
  return (
    <PartFrame
      {...{ title: words.sidebar, about: words.sidebarLong, part }}
      tools={<AddBlock onAdd={add} />}
    >
      {typed.length === 0 && <p>{words.noBlocks}</p>}
      <Sortable
        label={words.sidebar}
        items={numbered(typed)}
        keyOf={({ key }) => key}
        nameOf={({ block }) => nameOf(block)}
        onOrder={(items) => set(items.map(({ block }) => block))}
      >
        {({ block, at }) => (
          <>
            <span class="named">{nameOf(block)}</span>
            {canBeSet(block) && (
              <Button look="bare" onClick={() => setOpen({ at, block })}>
                {words.setBlock}
              </Button>
            )}
            <Button look="bare" onClick={() => set(typed.filter((_, index) => index !== at))}>
              {shell.remove}
            </Button>
          </>
        )}
      </Sortable>
      {open && (
        <BlockDialog
          block={open.block}
          onDone={(block) => put(open, block)}
          onClose={() => setOpen(null)}
        />
      )}
    </PartFrame>
  );
}

const KINDS = [
  ...(["comments", "tags", "category", "categories"] as const),
  ...(["archive", "blogroll", "feeds", "text"] as const),
];

function AddBlock({ onAdd }: { readonly onAdd: (kind: BlockKind) => void }) {
  const words = useWords(WORDS);
  return (
    <select
      class="button"
      aria-label={words.addBlock}
      value=""
      onChange={({ currentTarget }) => {
        onAdd(currentTarget.value as BlockKind);
        currentTarget.value = "";
      }}
    >
      <option value="" disabled hidden>
        {words.addBlock}
      </option>
      {KINDS.map((kind) => (
        <option key={kind} value={kind}>
          {words.kinds[kind]}
        </option>
      ))}
    </select>
  );
}
