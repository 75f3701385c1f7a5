import { permalink } from "../../addresses.ts";
import { wordsOf } from "../../i18n/words.ts";
import type { CountedTerm, InterfaceLang } from "../../model.ts";
import { TAGS, tagPath } from "../paths.ts";

interface Props {
  readonly lang: InterfaceLang;
  readonly tags: readonly CountedTerm[];
}

/** Some tags, and the way to all of them. */
export const TagsBlock = ({ lang, tags }: Props) => (
  <section class="block">
    <h2>
      <a href={TAGS}>{wordsOf(lang).tags}</a>
    </h2>
    <TagList tags={tags} />
  </section>
);

/** Tags in one flow, each with how many posts it has. */
export const TagList = ({ tags }: Pick<Props, "tags">) => (
  <ul class="in-line">
    {tags.map(({ slug, name, posts }) => (
      <li key={slug}>
        <a href={permalink(tagPath(slug))} rel="tag">
          {name}
        </a>{" "}
        <small>{posts}</small>
      </li>
    ))}
  </ul>
);
