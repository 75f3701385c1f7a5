import type { BlogSettings } from "../../../admin-api/settings.ts";
import { useWords } from "../../words.ts";
import { FormFrame } from "../form-frame.tsx";
import { useForm } from "../use-form.ts";
import { WORDS } from "../words.ts";
import { ColourField } from "./colour-field.tsx";
import { Sample } from "./sample.tsx";
import { WithBlog } from "./with-blog.tsx";

type Theme = BlogSettings["theme"];

const MODES = ["light", "dark"] as const;
const NAMES = ["paper", "link"] as const;

/** Colours of paper and links, with how well they can be read. */
export const ColoursForm = () => (
  <WithBlog>
    {({ theme }, save) => <Inputs initial={theme} save={(typed) => save({ theme: typed })} />}
  </WithBlog>
);

interface Props {
  readonly initial: Theme;
  readonly save: (typed: Theme) => Promise<unknown>;
}

function Inputs({ initial, save }: Props) {
  const words = useWords(WORDS);
  const fields = MODES.flatMap((mode) => NAMES.map((name) => `theme.${mode}.${name}`));
  const form = useForm(initial, save, fields);
  const { typed, set, error } = form;
  return (
    <FormFrame form={form}>
      <p>{words.coloursLong}</p>
      <p class="hint">{words.contrastNeeds}</p>
      <div class="halves">
        {MODES.map((mode) => (
          <section key={mode} class="colour-mode">
            <h2>{words.modes[mode]}</h2>
            <Sample mode={mode} colours={typed[mode]} />
            {NAMES.map((name) => (
              <ColourField
                key={name}
                {...{ mode, name, label: words[name], value: typed[mode][name] }}
                onChange={(value) => set({ [mode]: { ...typed[mode], [name]: value } })}
                error={error(`theme.${mode}.${name}`)}
              />
            ))}
          </section>
        ))}
      </div>
    </FormFrame>
  );
}
