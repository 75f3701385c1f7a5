/** What was said of a setting before: it is read at each request, and complained of once. */
const known = new Map<string, string>();

/** The bucket's own address, "https://media.example"; empty where none is set, or what is set is no such address. */
export function mediaOriginOf({ MEDIA_ORIGIN = "" }: { readonly MEDIA_ORIGIN?: string }): string {
  const before = known.get(MEDIA_ORIGIN);
  if (before !== undefined) return before;
  const origin = originOf(MEDIA_ORIGIN);
  if (origin === "" && MEDIA_ORIGIN !== "") console.error(WARNING);
  known.set(MEDIA_ORIGIN, origin);
  return origin;
}

const WARNING = JSON.stringify({
  level: "warning",
  message: "MEDIA_ORIGIN is not used: it must be like https://media.example, with nothing behind.",
});

/** It goes into a header as it is, so it must be what a browser makes of it. */
function originOf(typed: string): string {
  const url = URL.parse(typed);
  return url?.protocol === "https:" && url.origin === typed ? typed : "";
}
