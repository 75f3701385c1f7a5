import { formatTime } from "../i18n/dates.ts";
import { langAttributes } from "../i18n/words.ts";
import type { UtcTime } from "../model.ts";

interface Props {
  readonly time: UtcTime;
  readonly lang: string;
  /** The language of the text around it. */
  readonly around: string;
  readonly timeZone: string;
  readonly published?: boolean;
}

/** A moment, written as its language writes it, and for machines in UTC. */
export const Time = ({ time, lang, around, timeZone, published = false }: Props) => (
  <time
    dateTime={time}
    class={published ? "dt-published" : undefined}
    {...langAttributes(lang, around)}
  >
    {formatTime(time, lang, timeZone)}
  </time>
);
