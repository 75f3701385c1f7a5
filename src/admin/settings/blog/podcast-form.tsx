import type { BlogSettings } from "../../../admin-api/settings.ts";
import { AreaField, CheckField, TextField } from "../../parts/fields.tsx";
import { useWords } from "../../words.ts";
import { FormFrame } from "../form-frame.tsx";
import { useForm } from "../use-form.ts";
import { WORDS } from "../words.ts";
import { ArtworkField } from "./artwork-field.tsx";
import { WithBlog } from "./with-blog.tsx";

type Podcast = BlogSettings["podcast"];
type Line = "title" | "author" | "email" | "description" | "category" | "funding";

const LINES: readonly Line[] = ["title", "author", "email", "description", "category", "funding"];

/** What directories of podcasts want to know. */
export const PodcastForm = () => (
  <WithBlog>
    {({ podcast }, save) => <Inputs initial={podcast} save={(typed) => save({ podcast: typed })} />}
  </WithBlog>
);

interface Props {
  readonly initial: Podcast;
  readonly save: (typed: Podcast) => Promise<unknown>;
}

function Inputs({ initial, save }: Props) {
  const words = useWords(WORDS);
  const names = [...LINES, "artwork", "explicit"].map((name) => `podcast.${name}`);
  const form = useForm(initial, save, names);
  const { typed, set, error } = form;
  const line = (name: Line) => ({
    value: typed[name] ?? "",
    onInput: (value: string) => set({ [name]: value }),
    error: error(`podcast.${name}`),
  });
  return (
    <FormFrame form={form}>
      <p>{words.podcastLong}</p>
      <TextField label={words.podcastTitle} optional {...line("title")} maxLength={200} />
      <TextField label={words.podcastAuthor} optional {...line("author")} maxLength={200} />
      <TextField
        {...{ label: words.podcastEmail, hint: words.podcastEmailHint, optional: true }}
        {...line("email")}
        type="email"
      />
      <AreaField label={words.description} optional {...line("description")} maxLength={4000} />
      <TextField
        {...{ label: words.category, hint: words.categoryHint, optional: true }}
        {...line("category")}
        maxLength={100}
      />
      <ArtworkField artwork={typed.artwork} onChange={(artwork) => set({ artwork })} />
      <TextField label={words.funding} optional {...line("funding")} type="url" />
      <CheckField
        label={words.explicit}
        checked={typed.explicit}
        onChange={(explicit) => set({ explicit })}
      />
    </FormFrame>
  );
}
