import type { Html } from "../model.ts";

interface Props {
  readonly html: Html;
  readonly class: string;
  readonly lang?: string;
  readonly dir?: "ltr" | "rtl";
}

/**
 * Markup that was made on save. This is the one place that prints it raw, and its type is
 * the reason it may.
 */
export const Rendered = ({ html, ...attributes }: Props) => (
  <div {...attributes} dangerouslySetInnerHTML={{ __html: html }} />
);
