import { useEffect, useRef } from "preact/hooks";
import { contrast, MIN_LINK, MIN_TEXT, OWN_COLOURS } from "../../../admin-api/colours.ts";
import type { BlogSettings } from "../../../admin-api/settings.ts";
import { useLang, useWords } from "../../words.ts";
import { WORDS } from "../words.ts";

interface Props {
  readonly mode: "light" | "dark";
  readonly colours: BlogSettings["theme"]["light"];
}

/** How text and links look on a paper, and how well they can be read there. */
export function Sample({ mode, colours }: Props) {
  const words = useWords(WORDS);
  const lang = useLang();
  const sheet = useRef<HTMLDivElement>(null);
  const own = OWN_COLOURS[mode];
  const paper = colours.paper ?? own.paper;
  const link = colours.link ?? own.link;
  useEffect(() => {
    // The policy allows no style attribute; what a script sets is none.
    const { style } = sheet.current as HTMLDivElement;
    style.setProperty("--sample-paper", paper);
    style.setProperty("--sample-ink", own.ink);
    style.setProperty("--sample-link", link);
  }, [paper, link, own]);
  const [text, links] = [contrast(own.ink, paper), contrast(link, paper)];
  const isFine = text >= MIN_TEXT && links >= MIN_LINK && contrast(own.faded, paper) >= MIN_LINK;
  const written = (ratio: number) =>
    ratio.toLocaleString(lang, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  return (
    <>
      <div class="colour-sample" ref={sheet} aria-hidden="true">
        {words.sample} <span>{words.sampleLink}</span>.
      </div>
      <p class={isFine ? "hint" : "error"} role="status">
        {isFine ? "✓" : "✗"} {words.contrasts(written(text), written(links))}
      </p>
    </>
  );
}
