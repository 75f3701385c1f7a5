import type { ComponentChildren } from "preact";
import { useContext } from "preact/hooks";
import { AssetsContext, type SlotName } from "./assets.ts";

interface Props {
  readonly name: SlotName;
  readonly children: ComponentChildren;
}

/** A place of a page that changes without it: what it holds is put in when the page is answered. */
export function Slot({ name, children }: Props) {
  const { mark } = useContext(AssetsContext);
  return <>{mark ? mark(name) : children}</>;
}
