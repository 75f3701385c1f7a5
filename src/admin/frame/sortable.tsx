import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { useWords } from "../words.ts";
import { moveTo } from "./order.ts";
import { WORDS } from "./words.ts";

interface Props<T> {
  readonly label: string;
  readonly items: readonly T[];
  readonly keyOf: (item: T) => string | number;
  readonly nameOf: (item: T) => string;
  readonly onOrder: (items: readonly T[]) => void;
  /** What stands in a line, between its name and the buttons. */
  readonly children: (item: T) => ComponentChildren;
}

/** A list whose order somebody sets: by buttons, and with a pointer by dragging. */
export function Sortable<T>({ label, items, keyOf, nameOf, onOrder, children }: Props<T>) {
  const words = useWords(WORDS);
  const list = useRef<HTMLUListElement>(null);
  const [said, setSaid] = useState("");
  const [dragged, setDragged] = useState<number | null>(null);
  const pressed = useRef<string | null>(null);
  useEffect(() => {
    // At an end the button that was pressed is gone.
    const now = pressed.current && list.current?.querySelector<HTMLElement>(pressed.current);
    if (now) now.focus();
    pressed.current = null;
  }, [items]);
  const move = (from: number, to: number) => {
    if (from === to || to < 0 || to >= items.length) return;
    const item = items[from] as T;
    const other = to === 0 ? "down" : to === items.length - 1 ? "up" : to < from ? "up" : "down";
    pressed.current = `[data-at="${to}"][data-go="${other}"]`;
    setSaid(words.moved(nameOf(item), to + 1, items.length));
    onOrder(moveTo(items, from, to));
  };
  return (
    <>
      <ul class="list sortable" ref={list} aria-label={label}>
        {items.map((item, at) => (
          <li
            key={keyOf(item)}
            class={dragged === at ? "dragged" : ""}
            draggable
            onDragStart={() => setDragged(at)}
            onDragEnd={() => setDragged(null)}
            onDragOver={(event) => dragged !== null && event.preventDefault()}
            onDrop={(event) => {
              event.preventDefault();
              if (dragged !== null) move(dragged, at);
              pressed.current = null;
            }}
          >
            <div class="entry">
              <span class="grip" aria-hidden="true">
                ⠿
              </span>
              {children(item)}
              <Arrows name={nameOf(item)} at={at} count={items.length} onMove={move} />
            </div>
          </li>
        ))}
      </ul>
      <p class="only-heard" role="status">
        {said}
      </p>
    </>
  );
}

interface ArrowsProps {
  readonly name: string;
  readonly at: number;
  readonly count: number;
  readonly onMove: (from: number, to: number) => void;
}

function Arrows({ name, at, count, onMove }: ArrowsProps) {
  const words = useWords(WORDS);
  const arrow = (go: "up" | "down", label: string, to: number) => (
    <button
      type="button"
      class="arrow"
      data-at={at}
      data-go={go}
      aria-label={label}
      onClick={() => onMove(at, to)}
    >
      {go === "up" ? "↑" : "↓"}
    </button>
  );
  return (
    <span class="arrows">
      {at > 0 && arrow("up", words.up(name), at - 1)}
      {at < count - 1 && arrow("down", words.down(name), at + 1)}
    </span>
  );
}
