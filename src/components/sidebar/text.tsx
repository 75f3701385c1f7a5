import type { Html } from "../../model.ts";
import { Rendered } from "../rendered.tsx";

/** A few words of the owner's own. */
export const TextBlock = ({ title, html }: { title: string; html: Html }) => (
  <section class="block">
    {title && <h2>{title}</h2>}
    <Rendered html={html} class="prose" />
  </section>
);
