import { render } from "preact";
import { forgetOwn, keepOwn, type Own } from "./kept.ts";
import { loadWords } from "./load-words.ts";

/** The page of one's own comment: this browser remembers it, and forgets it when asked. */
export async function start(place: HTMLElement): Promise<void> {
  const own: Own = JSON.parse(place.dataset["own"] ?? "{}");
  keepOwn(own);
  const words = await loadWords();
  const host = document.createElement("div");
  place.append(host);
  const forget = () => {
    forgetOwn(own.id);
    render(<p role="status">{words.forgotten}</p>, host);
  };
  render(
    <p class="quiet-form">
      <button type="button" onClick={forget}>
        {words.forget}
      </button>
    </p>,
    host,
  );
}
