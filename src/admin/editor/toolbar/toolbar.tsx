import type { EditorState } from "@codemirror/state";
import { useRef, useState } from "preact/hooks";
import { useDesk } from "../desk.ts";
import { Icon } from "./icons.tsx";
import { TOOLS, type Tool } from "./tools.ts";

interface ToolbarProps {
  /** Where the cursor stands; null until the surface is there. */
  readonly state: EditorState | null;
  /** Does what a button says. */
  readonly use: (run: Tool["run"]) => void;
}

const ALL = TOOLS.flat();

/** One stop for Tab; arrow keys, Home and End go from button to button. */
export function Toolbar({ state, use }: ToolbarProps) {
  const { words } = useDesk();
  const bar = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState(0);
  const go = (event: KeyboardEvent) => {
    const next = nextOf(event.key, current);
    if (next === null) return;
    event.preventDefault();
    setCurrent(next);
    bar.current?.querySelectorAll("button")[next]?.focus();
  };
  return (
    <div ref={bar} class="ed-toolbar" role="toolbar" aria-label={words.tools.name} onKeyDown={go}>
      {TOOLS.map((group) => (
        <div class="ed-group" key={group[0]?.name}>
          {group.map((tool) => (
            <ToolButton
              key={tool.name}
              tool={tool}
              isSet={state !== null && tool.isSet?.(state)}
              isStop={ALL[current] === tool}
              onUse={() => {
                setCurrent(ALL.indexOf(tool));
                use(tool.run);
              }}
            />
          ))}
        </div>
      ))}
    </div>
  );
}

interface ButtonProps {
  readonly tool: Tool;
  readonly isSet: boolean | undefined;
  /** Whether Tab stops here. */
  readonly isStop: boolean;
  readonly onUse: () => void;
}

function ToolButton({ tool, isSet, isStop, onUse }: ButtonProps) {
  const { words } = useDesk();
  const name = words.tools[tool.name];
  const keys = tool.keys?.replace("Mod", isMac() ? "⌘" : words.keys.control).replaceAll("-", "+");
  return (
    <button
      type="button"
      class="ed-tool"
      aria-label={name}
      title={keys ? `${name} (${keys})` : name}
      aria-keyshortcuts={tool.keys
        ?.replace("Mod", isMac() ? "Meta" : "Control")
        .replaceAll("-", "+")}
      aria-pressed={tool.isSet ? isSet : undefined}
      tabIndex={isStop ? 0 : -1}
      // The text keeps what is selected in it.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onUse}
    >
      <Icon name={tool.name} />
    </button>
  );
}

const isMac = (): boolean => /Mac|iPhone|iPad/.test(navigator.platform);

function nextOf(key: string, current: number): number | null {
  const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 };
  if (key === "Home") return 0;
  if (key === "End") return ALL.length - 1;
  const step = steps[key];
  return step === undefined ? null : (current + step + ALL.length) % ALL.length;
}
