import { mediaAt } from "../media/at-origin.ts";
import type { Html } from "../model.ts";

interface Props {
  readonly html: Html;
  readonly class: string;
  readonly lang?: string;
  readonly dir?: "ltr" | "rtl";
  /** Where the bucket has an address of its own: "https://media.example". */
  readonly mediaOrigin?: string | undefined;
}

/**
 * Markup that was made on save. This is the one place that prints it raw, and its type is
 * the reason it may.
 */
export const Rendered = ({ html, mediaOrigin, ...attributes }: Props) => (
  <div {...attributes} dangerouslySetInnerHTML={{ __html: mediaAt(html, mediaOrigin) }} />
);
