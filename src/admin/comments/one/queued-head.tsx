import type { QueuedComment } from "../../../admin-api/comments.ts";
import { Time } from "../../parts/time.tsx";
import { useWords } from "../../words.ts";
import { pathOf } from "../filter.ts";
import { WORDS } from "../words.ts";
import { webAddress } from "./hosts.ts";

interface Props {
  readonly comment: QueuedComment;
  readonly id: string;
}

/** Who wrote, when, and below which post. */
export function QueuedHead({ comment, id }: Props) {
  const words = useWords(WORDS);
  const { name, kind, own, email, url, createdAt, editedAt, status } = comment;
  const { postId, postTitle, parentNumber } = comment;
  return (
    <header>
      <p id={id} class="queued-who">
        <strong>
          <bdi>{name || words.noName}</bdi>
        </strong>{" "}
        {own && <span class="badge">{words.own}</span>}
        {words.kinds[kind] && <span class="badge">{words.kinds[kind]}</span>}{" "}
        <span class="faded">
          {words.on}{" "}
          <a href={pathOf({ status, q: "", post: postId })}>
            <bdi>{postTitle}</bdi>
          </a>
        </span>
      </p>
      <p class="facts">
        <Time at={createdAt} />
        {parentNumber !== null && <span>{words.answers(parentNumber)}</span>}
        {editedAt && <span>{words.edited}</span>}
        {email && <bdi>{email}</bdi>}
        {url && <Website url={url} />}
      </p>
    </header>
  );
}

/** The address itself is what can be pressed, so that it is seen where it leads. */
function Website({ url }: { readonly url: string }) {
  const address = webAddress(url);
  if (!address) return <bdi>{url}</bdi>;
  return (
    <a href={address.href} target="_blank" rel="noreferrer nofollow ugc">
      <bdi>{address.href.replace(/\/$/, "")}</bdi>
    </a>
  );
}
