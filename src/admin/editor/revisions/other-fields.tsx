import type { PostFields } from "../../../admin-api/posts.ts";
import { useDesk } from "../desk.ts";
import { differingFields } from "../post.ts";

interface OtherFieldsProps {
  readonly left: PostFields;
  readonly right: PostFields;
}

/** What two differ in beside the text. */
export function OtherFields({ left, right }: OtherFieldsProps) {
  const { words } = useDesk();
  const names = differingFields(left, right).filter((name) => name !== "markdown");
  if (names.length === 0) return null;
  return (
    <table class="ed-differences">
      <caption>{words.conflict.also}</caption>
      <tbody>
        {names.map((name) => (
          <tr key={name}>
            <th scope="row">{name === "title" ? words.title : words.panel[name as "slug"]}</th>
            <td>{say(left[name])}</td>
            <td>{say(right[name])}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function say(value: PostFields[keyof PostFields]): string {
  if (Array.isArray(value)) return value.join(", ") || "–";
  if (typeof value === "boolean") return value ? "✓" : "–";
  return typeof value === "string" ? value || "–" : (value?.alt ?? "–");
}
