import { formatTime } from "../../i18n/dates.ts";
import type { UtcTime } from "../../model.ts";
import { useMe } from "../me.ts";
import { useLang } from "../words.ts";

/** A time on the blog's clock. */
export function Time({ at }: { readonly at: UtcTime }) {
  const { blog } = useMe();
  return <time dateTime={at}>{formatTime(at, useLang(), blog.timeZone)}</time>;
}

/** A day without its time: "2026-01-31". */
export function Day({ on }: { readonly on: string }) {
  const lang = useLang();
  const day = new Date(`${on.slice(0, 10)}T00:00:00Z`);
  const locale = lang === "en" ? "en-GB" : lang;
  return (
    <time dateTime={on}>
      {day.toLocaleDateString(locale, { dateStyle: "medium", timeZone: "UTC" })}
    </time>
  );
}
