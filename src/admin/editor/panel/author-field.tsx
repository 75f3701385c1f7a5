import { useEffect, useState } from "preact/hooks";
import type { PostFields } from "../../../admin-api/posts.ts";
import { Field } from "../../parts/fields.tsx";
import { useDesk } from "../desk.ts";

interface AuthorFieldProps {
  readonly fields: PostFields;
  readonly change: (part: Partial<PostFields>) => void;
}

interface Person {
  readonly slug: string;
  readonly name: string;
}

/** Whose name a post stands under. Who may not list people can only leave it or take it over. */
export function AuthorField({ fields, change }: AuthorFieldProps) {
  const { ask, words, me } = useDesk();
  const [people, setPeople] = useState<readonly Person[]>([me]);
  useEffect(() => {
    ask<{ people: Person[] }>("/people").then(
      (answer) => setPeople(answer.people),
      () => {},
    );
  }, []);
  const known = people.some(({ slug }) => slug === fields.author);
  const listed = known ? people : [{ slug: fields.author, name: fields.author }, ...people];
  return (
    <Field label={words.panel.author}>
      {(control) => (
        <select
          {...{ ...control, value: fields.author }}
          onChange={(event) => change({ author: event.currentTarget.value })}
        >
          {listed.map(({ slug, name }) => (
            <option key={slug} value={slug}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
