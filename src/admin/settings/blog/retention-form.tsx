import type { BlogSettings } from "../../../admin-api/settings.ts";
import { useWords } from "../../words.ts";
import { FormFrame } from "../form-frame.tsx";
import { NumberField } from "../number-field.tsx";
import { useForm } from "../use-form.ts";
import { WORDS } from "../words.ts";
import { WithBlog } from "./with-blog.tsx";

type Retention = BlogSettings["retention"];

/** Days, as the API takes them. */
const MOST: Readonly<Record<keyof Retention, number>> = { spam: 365, trash: 365, figures: 3_650 };
const NAMES = Object.keys(MOST) as (keyof Retention)[];

/** When what is forgotten by itself is forgotten. */
export const RetentionForm = () => (
  <WithBlog>
    {({ retention }, save) => (
      <Inputs initial={retention} save={(typed) => save({ retention: typed })} />
    )}
  </WithBlog>
);

interface Props {
  readonly initial: Retention;
  readonly save: (typed: Retention) => Promise<unknown>;
}

function Inputs({ initial, save }: Props) {
  const words = useWords(WORDS);
  const form = useForm(
    initial,
    save,
    NAMES.map((name) => `retention.${name}`),
  );
  return (
    <FormFrame form={form}>
      <p>{words.retentionLong}</p>
      {NAMES.map((name) => (
        <NumberField
          key={name}
          {...{ label: words.retentionOf[name], min: 1, max: MOST[name] }}
          value={form.typed[name]}
          onChange={(value) => form.set({ [name]: value })}
          error={form.error(`retention.${name}`)}
        />
      ))}
    </FormFrame>
  );
}
