import type { ComponentChildren } from "preact";
import { useContext } from "preact/hooks";
import { directionOf } from "../i18n/words.ts";
import { AssetsContext } from "./assets.ts";

interface Props {
  readonly lang: string;
  readonly title: string;
  readonly indexed: boolean;
  /** What else stands in the head. */
  readonly head?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** The bare HTML document, with nothing that would need a Site. */
export function HtmlDocument({ lang, title, indexed, head, children }: Props) {
  const { css } = useContext(AssetsContext);
  return (
    <html lang={lang} dir={directionOf(lang)}>
      <head>
        <meta charset="utf-8" />
        <title>{title}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        {!indexed && <meta name="robots" content="noindex" />}
        {head}
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <style dangerouslySetInnerHTML={{ __html: css }} />
      </head>
      <body>{children}</body>
    </html>
  );
}
