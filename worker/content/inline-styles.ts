import type { Element, Root } from "hast";
import { classesOf, eachElement, replaceNode } from "./tree.ts";

/**
 * What inline styles and old attributes meant, said in classes that the theme shows; the styles themselves go, since no
 * page allows them. What they hid stays away.
 */
export function styleToClasses(tree: Root): void {
  eachElement(tree, (node, parent) => {
    const style = declarationsOf(node);
    if (style.get("display") === "none") return replaceNode(parent, node, []);
    const classes = [...fromStyle(style), ...fromAttributes(node)];
    delete node.properties["style"];
    if (classes.length > 0)
      node.properties["className"] = [...new Set([...classesOf(node), ...classes])];
  });
}

const ALIGNMENT = /^(left|right|center|justify)$/;
const PICTURES = /^(img|figure|table|iframe|video|object)$/;

function fromStyle(style: ReadonlyMap<string, string>): string[] {
  const classes: string[] = [];
  const align = style.get("text-align") ?? "";
  if (ALIGNMENT.test(align)) classes.push(`has-text-align-${align}`);
  const float = style.get("float") ?? "";
  if (/^(left|right)$/.test(float)) classes.push(`align${float}`);
  const lines = `${style.get("text-decoration") ?? ""} ${style.get("text-decoration-line") ?? ""}`;
  for (const line of ["underline", "line-through"])
    if (lines.split(" ").includes(line)) classes.push(`has-text-decoration-${line}`);
  if (/^(bold|bolder|[6-9]00)$/.test(style.get("font-weight") ?? ""))
    classes.push("has-font-weight-bold");
  if (/^(italic|oblique)$/.test(style.get("font-style") ?? ""))
    classes.push("has-font-style-italic");
  if (style.get("font-variant") === "small-caps") classes.push("has-small-caps");
  return classes;
}

/** `align` meant a float on a picture and an alignment on a paragraph; `<center>` is no element any more. */
function fromAttributes(node: Element): string[] {
  const align = String(node.properties["align"] ?? "").toLowerCase();
  if (node.tagName === "center") {
    node.tagName = "div";
    return ["has-text-align-center"];
  }
  if (!ALIGNMENT.test(align)) return [];
  delete node.properties["align"];
  if (!PICTURES.test(node.tagName)) return [`has-text-align-${align}`];
  return align === "justify" ? [] : [`align${align}`];
}

function declarationsOf(node: Element): Map<string, string> {
  const style = node.properties["style"];
  const found = new Map<string, string>();
  if (typeof style !== "string") return found;
  for (const declaration of style.split(";")) {
    const colon = declaration.indexOf(":");
    const name = declaration.slice(0, colon).trim().toLowerCase();
    const value = declaration.slice(colon + 1).toLowerCase();
    if (colon > 0) found.set(name, value.replace("!important", "").trim());
  }
  return found;
}
