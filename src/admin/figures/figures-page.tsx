import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { Figures } from "../../admin-api/figures.ts";
import { useAsked } from "../asked.ts";
import { PageHead } from "../parts/page-head.tsx";
import { Answered } from "../parts/states.tsx";
import { Tabs } from "../parts/tabs.tsx";
import { useWords } from "../words.ts";
import { Bars } from "./bars.tsx";
import { Chart } from "./chart.tsx";
import { everyDay } from "./days.ts";
import { WORDS } from "./words.ts";

const SPANS = ["30", "90", "365"] as const;
type Span = (typeof SPANS)[number];

/** How often the blog is read, roughly. */
export function FiguresPage() {
  const words = useWords(WORDS);
  const [span, setSpan] = useState<Span>("30");
  const asked = useAsked<Figures>(`/api/figures?days=${span}`);
  return (
    <>
      <PageHead title={words.title} />
      <p>{words.about}</p>
      <div class="tools">
        <Tabs<Span>
          label={words.span}
          value={span}
          onChange={setSpan}
          options={SPANS.map((value) => ({ value, label: words.days(Number(value)) }))}
        />
      </div>
      <Answered asked={asked}>{(figures) => <Whole figures={figures} />}</Answered>
    </>
  );
}

function Whole({ figures }: { readonly figures: Figures }) {
  const words = useWords(WORDS);
  const { since, days, posts, feeds, readers, referrers, edgeCache } = figures;
  const today = new Date().toISOString().slice(0, 10);
  return (
    <>
      {edgeCache && <p class="said">{words.edgeCache}</p>}
      <Chart days={everyDay(days, since, today)} />
      <div class="halves">
        <Part title={words.posts}>
          <Bars
            rows={posts.map(({ path, title, reads }) => ({
              ...{ key: path, name: title || path, href: path, count: reads },
            }))}
          />
        </Part>
        <Part title={words.referrers}>
          <Bars rows={referrers.map(({ host, count }) => ({ key: host, name: host, count }))} />
        </Part>
        <Part title={words.feeds} about={words.feedsLong}>
          <Bars
            rows={feeds.map(({ feed, subscribers }) => ({
              ...{ key: feed, name: feed, count: subscribers },
            }))}
          />
        </Part>
        <Part title={words.readers}>
          <Bars
            rows={readers.map(({ reader, subscribers }) => ({
              ...{ key: reader, name: reader, count: subscribers },
            }))}
          />
        </Part>
      </div>
    </>
  );
}

interface PartProps {
  readonly title: string;
  readonly about?: string;
  readonly children: ComponentChildren;
}

const Part = ({ title, about, children }: PartProps) => (
  <section class="section">
    <h2>{title}</h2>
    {about && <p class="faded">{about}</p>}
    {children}
  </section>
);
