import type { Element, ElementContent, Nodes, Parents } from "hast";

/** An element of these names and nothing around it yet. */
export const element = (
  tagName: string,
  children: ElementContent[],
  properties: Element["properties"] = {},
): Element => ({ type: "element", tagName, properties, children });

export const isElement = (node: Nodes | undefined, ...names: string[]): node is Element =>
  node?.type === "element" && (names.length === 0 || names.includes(node.tagName));

/** The text below a node, as it stands. */
export function textOf(node: Nodes): string {
  if (node.type === "text") return node.value;
  return "children" in node ? node.children.map(textOf).join("") : "";
}

export const isBlank = (node: Nodes): boolean => !/[^\s\u00A0]/.test(textOf(node));

/** Makes the children of every node below anew, the innermost first: a list in the place of each. */
export function mapChildren(
  parent: Parents,
  become: (node: Element, parent: Parents) => readonly ElementContent[],
): void {
  const children: ElementContent[] = [];
  for (const child of parent.children as ElementContent[]) {
    if (child.type !== "element") children.push(child);
    else {
      mapChildren(child, become);
      for (const made of become(child, parent)) children.push(made);
    }
  }
  parent.children = children;
}

/** Every element below a node, parents first. */
export function eachElement(node: Nodes, visit: (element: Element, parent: Parents) => void): void {
  if (!("children" in node)) return;
  for (const child of [...node.children]) {
    if (child.type !== "element") continue;
    visit(child, node);
    eachElement(child, visit);
  }
}

/** What `style` says, names and values in small letters. */
export function declarationsOf(node: Element): Map<string, string> {
  const found = new Map<string, string>();
  const style = node.properties["style"];
  if (typeof style !== "string") return found;
  for (const declaration of style.split(";")) {
    const colon = declaration.indexOf(":");
    const name = declaration.slice(0, colon).trim().toLowerCase();
    if (colon > 0)
      found.set(
        name,
        declaration
          .slice(colon + 1)
          .trim()
          .toLowerCase(),
      );
  }
  return found;
}
