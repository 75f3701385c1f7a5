import { useId, useState } from "preact/hooks";
import { useDesk } from "../desk.ts";
import { hasTag, suggest, type Tag } from "./use-terms.ts";

interface TagsFieldProps {
  readonly tags: readonly string[];
  readonly known: readonly Tag[];
  readonly onChange: (tags: string[]) => void;
}

/** Tags as they are typed, completed by those that are there. */
export function TagsField({ tags, known, onChange }: TagsFieldProps) {
  const { words } = useDesk();
  const id = useId();
  const [typed, setTyped] = useState("");
  const [at, setAt] = useState(-1);
  const found = suggest(known, tags, typed);
  const add = (name: string) => {
    const clean = name.replace(/[\s,]+/g, " ").trim();
    const spelled = known.find((tag) => hasTag([tag.name], clean))?.name ?? clean;
    if (clean && !hasTag(tags, clean)) onChange([...tags, spelled]);
    setTyped("");
    setAt(-1);
  };
  const press = (event: KeyboardEvent) => {
    const { key } = event;
    if (key === "Backspace" && typed === "" && tags.length > 0) onChange(tags.slice(0, -1));
    if (key === "Escape" && typed !== "") setTyped("");
    else if (key === "ArrowDown" && found.length > 0) setAt((at + 1) % found.length);
    else if (key === "ArrowUp" && found.length > 0) setAt((at <= 0 ? found.length : at) - 1);
    else if (key === "," || (key === "Enter" && (typed || at >= 0))) add(found[at]?.name ?? typed);
    else return;
    event.preventDefault();
  };
  return (
    <div class="ed-field">
      <label for={id}>{words.panel.tags}</label>
      <div class="ed-tags">
        <Chips tags={tags} onRemove={(name) => onChange(tags.filter((tag) => tag !== name))} />
        <input
          {...{ id, type: "text", role: "combobox", autocomplete: "off", value: typed }}
          {...{ "aria-autocomplete": "list", "aria-expanded": found.length > 0 }}
          aria-controls={`${id}-list`}
          aria-activedescendant={at >= 0 ? `${id}-${at}` : undefined}
          aria-describedby={`${id}-hint`}
          onInput={(event) => {
            setTyped(event.currentTarget.value);
            setAt(-1);
          }}
          onKeyDown={press}
          onBlur={() => add(typed)}
        />
      </div>
      <Suggestions id={id} found={found} at={at} onPick={add} />
      <p id={`${id}-hint`} class="ed-hint">
        {words.panel.tagsHint}
      </p>
    </div>
  );
}

interface ChipsProps {
  readonly tags: readonly string[];
  readonly onRemove: (name: string) => void;
}

function Chips({ tags, onRemove }: ChipsProps) {
  const { words } = useDesk();
  return (
    <>
      {tags.map((name) => (
        <span key={name} class="ed-chip">
          {name}
          <button
            type="button"
            aria-label={words.panel.removeTag(name)}
            onClick={() => onRemove(name)}
          >
            ×
          </button>
        </span>
      ))}
    </>
  );
}

interface SuggestionsProps {
  readonly id: string;
  readonly found: readonly Tag[];
  /** Which one Enter takes. */
  readonly at: number;
  readonly onPick: (name: string) => void;
}

/** The keyboard stays in the field: it says which option is meant. */
function Suggestions({ id, found, at, onPick }: SuggestionsProps) {
  const { words } = useDesk();
  return (
    <div
      id={`${id}-list`}
      role="listbox"
      tabIndex={-1}
      aria-label={words.panel.suggestions}
      class="ed-options"
      hidden={found.length === 0}
    >
      {found.map(({ slug, name, posts }, index) => (
        <div
          key={slug}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === at}
          // Before the field is left, which would take what was typed.
          onMouseDown={(event) => {
            event.preventDefault();
            onPick(name);
          }}
        >
          {name} <small>{words.panel.posts(posts)}</small>
        </div>
      ))}
    </div>
  );
}
