// Wakes the islands of a page when somebody wants them. Until then, and where they do not come, everything stays plain.

const island = document.querySelector<HTMLElement>("[data-island]");
if (island?.dataset["island"] === "mine")
  import("./mine.tsx").then((it) => it.start(island), plain);
if (island?.dataset["island"] === "own") import("./own.ts").then((it) => it.start(island), plain);

const place = document.querySelector<HTMLElement>("[data-post]");
if (place) watch(place, () => import("./comment-form.tsx").then((it) => it.start(place)));

// Authors see a bar, by what the application left here; all others load nothing and ask for nothing.
const author = kept("admin");
if (author) import("./author.ts").then((it) => it.start(author, place)).catch(plain);

type Opened = Awaited<ReturnType<typeof import("./comment-form.tsx").start>>;

function watch(place: HTMLElement, load: () => Promise<Opened>): void {
  let woken: Promise<Opened> | null = null;
  const wake = () => {
    woken ??= load().catch((error) => {
      woken = null;
      throw error;
    });
    return woken;
  };
  const touched = ({ target }: Event) => {
    if ((target as Element).closest(".comment-form")) wake().catch(plain);
  };
  place.addEventListener("focusin", touched);
  place.addEventListener("pointerdown", touched);
  // Pressing a link takes the selection away, and a note is about what was selected.
  addEventListener(
    "mousedown",
    (event) => linkOf(event)?.matches(".note") && event.preventDefault(),
  );
  addEventListener("click", (event) => {
    const link = linkOf(event);
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    wake().then(
      (it) => it.open(link),
      () => location.assign(link.href),
    );
  });
  if (hasSomethingHere(place.dataset["post"] ?? "")) wake().catch(plain);
}

const linkOf = ({ target }: Event): HTMLAnchorElement | null =>
  (target as Element).closest<HTMLAnchorElement>("a.reply, a.note");

/** Own comments below this post, a draft for it, or a comment that has not been sent. */
function hasSomethingHere(post: string): boolean {
  return (
    !!kept("comments.own")?.includes(JSON.stringify(post)) ||
    kept(`comments.draft ${post}`) !== null ||
    kept("comments.unsent") !== null
  );
}

function kept(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    // A browser that keeps nothing has nothing here.
    return null;
  }
}

function plain(): void {
  // The form that is there works without an island.
}
