import type { Frame } from "../../admin-api/frame.ts";
import type { PostList } from "../../admin-api/posts.ts";
import { useAsked } from "../asked.ts";
import { Button } from "../parts/button.tsx";
import { Menu } from "../parts/menu.tsx";
import { useWords } from "../words.ts";
import type { FrameProps } from "./frame-page.tsx";
import { PartFrame } from "./part-frame.tsx";
import { Sortable } from "./sortable.tsx";
import { usePart } from "./use-part.ts";
import { WORDS } from "./words.ts";

type Entry = Frame["navigation"][number];
type Typed = Pick<Frame, "navigation" | "footer">;

/** Which static pages stand at the head of each page, and which at its foot. */
export function Navigation({ frame: { navigation, footer }, onSaved }: FrameProps) {
  const words = useWords(WORDS);
  const part = usePart<Typed>({ navigation, footer }, changeOf, onSaved);
  const { typed, set } = part;
  const toFooter = (entry: Entry) =>
    set({
      navigation: typed.navigation.filter(({ id }) => id !== entry.id),
      footer: [...typed.footer, slugOf(entry.path)],
    });
  const show = (entry: Entry, shown: boolean) =>
    set({
      ...typed,
      navigation: typed.navigation.map((one) => (one.id === entry.id ? { ...one, shown } : one)),
    });
  return (
    <PartFrame title={words.navigation} about={words.navigationLong} part={part}>
      {typed.navigation.length === 0 && <p>{words.noPages}</p>}
      <Sortable<Entry>
        {...{ label: words.navigation, items: typed.navigation }}
        keyOf={({ id }) => id}
        nameOf={({ title }) => title}
        onOrder={(items) => set({ ...typed, navigation: [...items] })}
      >
        {(entry) => (
          <>
            <input
              type="checkbox"
              aria-label={words.shown(entry.title)}
              checked={entry.shown}
              onChange={({ currentTarget }) => show(entry, currentTarget.checked)}
            />
            <span class={entry.shown ? "named" : "named faded"}>{entry.title}</span>
            <Menu about={entry.title}>
              <Button onClick={() => toFooter(entry)}>{words.toFooter}</Button>
            </Menu>
          </>
        )}
      </Sortable>
      <Foot typed={typed} set={set} />
    </PartFrame>
  );
}

interface FootProps {
  readonly typed: Typed;
  readonly set: (typed: Typed) => void;
}

function Foot({ typed, set }: FootProps) {
  const words = useWords(WORDS);
  const pages = useAsked<PostList>("/api/posts?kind=page&limit=100");
  const found = (slug: string) => pages.data?.items.find(({ path }) => slugOf(path) === slug);
  const nameOf = (slug: string) => found(slug)?.title ?? slug;
  const toNavigation = (slug: string) => {
    const page = found(slug);
    const entry = page && { id: page.id, title: page.title, path: page.path, shown: true };
    set({
      navigation: entry ? [...typed.navigation, entry] : typed.navigation,
      footer: typed.footer.filter((one) => one !== slug),
    });
  };
  return (
    <>
      <h3 class="foot">{words.footer}</h3>
      <p class="faded">{typed.footer.length === 0 ? words.noFooter : words.footerLong}</p>
      <Sortable<string>
        {...{ label: words.footer, items: typed.footer, keyOf: (slug) => slug, nameOf }}
        onOrder={(items) => set({ ...typed, footer: [...items] })}
      >
        {(slug) => (
          <>
            <span class="named">{nameOf(slug)}</span>
            <Menu about={nameOf(slug)}>
              <Button onClick={() => toNavigation(slug)}>{words.toNavigation}</Button>
            </Menu>
          </>
        )}
      </Sortable>
    </>
  );
}

const changeOf = ({ navigation, footer }: Typed) => ({
  ...{ navigation: navigation.map(({ id, shown }) => ({ id, shown })), footer: [...footer] },
});

/** Of a static page: the last part of its path. */
const slugOf = (path: string): string => path.split("/").filter(Boolean).at(-1) ?? "";
