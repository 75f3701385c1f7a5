import { useEffect, useState } from "preact/hooks";
import type { Block } from "../../admin-api/frame.ts";
import type { Terms } from "../../admin-api/terms.ts";
import { useAsked } from "../asked.ts";
import { Button } from "../parts/button.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { AreaField, SelectField, TextField } from "../parts/fields.tsx";
import { useWords } from "../words.ts";
import { WORDS } from "./words.ts";

interface Props {
  readonly block: Block;
  readonly onDone: (block: Block) => void;
  readonly onClose: () => void;
}

/** What a block shows. */
export function BlockDialog({ block, onDone, onClose }: Props) {
  const words = useWords(WORDS);
  const shell = useWords();
  const [typed, setTyped] = useState(block);
  const finish = (event: Event) => {
    event.preventDefault();
    onDone(typed);
    onClose();
  };
  return (
    <Dialog title={words.kinds[block.kind]} onClose={onClose}>
      <form onSubmit={finish}>
        {typed.kind === "text" && <TextFields block={typed} set={setTyped} />}
        {typed.kind === "category" && <CategoryFields block={typed} set={setTyped} />}
        {(typed.kind === "comments" || typed.kind === "tags") && (
          <CountField block={typed} set={setTyped} />
        )}
        <div class="row end">
          <Button onClick={onClose}>{shell.cancel}</Button>
          <Button look="main" type="submit">
            {words.take}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

interface FieldsProps<Kind extends Block["kind"]> {
  readonly block: Extract<Block, { kind: Kind }>;
  readonly set: (block: Block) => void;
}

function TextFields({ block, set }: FieldsProps<"text">) {
  const words = useWords(WORDS);
  return (
    <>
      <TextField
        {...{ label: words.blockTitle, optional: true, maxLength: 100, value: block.title }}
        onInput={(title) => set({ ...block, title })}
      />
      <AreaField
        {...{ label: words.markdown, required: true, maxLength: 10_000, value: block.markdown }}
        onInput={(markdown) => set({ ...block, markdown })}
      />
    </>
  );
}

function CategoryFields({ block, set }: FieldsProps<"category">) {
  const words = useWords(WORDS);
  const { data } = useAsked<Terms>("/api/terms");
  const options = data?.categories.map(({ slug, name }) => ({ value: slug, label: name })) ?? [];
  const first = options[0]?.value ?? "";
  useEffect(() => {
    if (block.slug === "" && first !== "") set({ ...block, slug: first });
  }, [first]);
  return (
    <>
      <SelectField
        {...{ label: words.category, value: block.slug, options }}
        onChange={(chosen) => set({ ...block, slug: chosen })}
      />
      <TextField
        {...{ label: words.blockTitle, hint: words.blockTitleHint, optional: true }}
        {...{ maxLength: 100, value: block.title ?? "" }}
        onInput={(title) => set(without({ ...block, title }, "title"))}
      />
      <CountField block={block} set={set} />
    </>
  );
}

type Counted = Extract<Block, { kind: "comments" | "tags" | "category" }>;

function CountField({ block, set }: { block: Block; set: (block: Block) => void }) {
  const words = useWords(WORDS);
  const counted = block as Counted;
  return (
    <TextField
      {...{ label: words.count, hint: words.countHint, optional: true, type: "number" }}
      {...{ min: 1, max: 60, value: String(counted.count ?? "") }}
      onInput={(count) => set(without({ ...counted, count: Number(count) || undefined }, "count"))}
    />
  );
}

/** What is empty is not sent: then what is usual holds. */
const without = (block: object, name: string): Block =>
  Object.fromEntries(
    Object.entries(block).filter(([key, value]) => key !== name || Boolean(value)),
  ) as Block;
