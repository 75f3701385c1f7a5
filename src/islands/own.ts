import { forgetOwn, keepOwn, type Own } from "./kept.ts";
import { mineWords } from "./mine-words.ts";

/** The page of one's own comment: this browser remembers it, and forgets it when asked. */
export async function start(place: HTMLElement): Promise<void> {
  const own: Own = JSON.parse(place.dataset["own"] ?? "{}");
  keepOwn(own);
  const words = await mineWords();
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = words.forget;
  const line = document.createElement("p");
  line.className = "quiet-form";
  line.role = "status";
  line.append(button);
  place.append(line);
  button.addEventListener("click", () => {
    forgetOwn(own.id);
    line.replaceChildren(words.forgotten);
  });
}
