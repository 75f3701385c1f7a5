import { AreaField } from "../../parts/fields.tsx";
import { useWords } from "../../words.ts";
import { WORDS } from "../words.ts";

const WAIT = { words: "words", hosts: "hosts", names: "names" } as const;
const REFUSE = {
  ...({ refuseWords: "words", refuseHosts: "hosts", refuseNames: "names" } as const),
  refuseEmails: "emails",
} as const;

export type ListName = keyof typeof WAIT | keyof typeof REFUSE;
export const LISTS: readonly ListName[] = [
  ...(Object.keys(WAIT) as ListName[]),
  ...(Object.keys(REFUSE) as ListName[]),
];

interface Props {
  readonly value: (name: ListName) => string;
  readonly onInput: (name: ListName, text: string) => void;
  readonly error: (name: ListName) => string | null;
}

/** The lists of what makes a comment wait, and of what is refused. */
export function ListsFields(props: Props) {
  const words = useWords(WORDS);
  return (
    <>
      <h2>{words.lists}</h2>
      <p class="hint">{words.listsHint}</p>
      <div class="halves">
        <Lists title={words.waitLists} labels={WAIT} {...props} />
        <Lists title={words.refuseLists} labels={REFUSE} {...props} />
      </div>
    </>
  );
}

interface ListsProps extends Props {
  readonly title: string;
  readonly labels: Readonly<Partial<Record<ListName, "words" | "hosts" | "names" | "emails">>>;
}

function Lists({ title, labels, value, onInput, error }: ListsProps) {
  const words = useWords(WORDS);
  return (
    <fieldset class="field lists">
      <legend>{title}</legend>
      {(Object.entries(labels) as [ListName, "words"][]).map(([name, label]) => (
        <AreaField
          key={name}
          label={words[label]}
          value={value(name)}
          onInput={(text) => onInput(name, text)}
          error={error(name)}
          spellcheck={false}
        />
      ))}
    </fieldset>
  );
}
