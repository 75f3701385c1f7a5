import { useEffect } from "preact/hooks";
import type { PostList } from "../../admin-api/posts.ts";
import { de } from "../../i18n/admin/de/posts.ts";
import { en } from "../../i18n/admin/en/posts.ts";
import { useAsked } from "../asked.ts";
import { PageHead } from "../parts/page-head.tsx";
import { Answered, Busy } from "../parts/states.tsx";
import { navigate, useLocation } from "../router.tsx";
import { useWords } from "../words.ts";
import { editorPath } from "./new-post.tsx";

/** Where the public pages' *Edit* leads: from a post's path to its editor. */
export function EditPage() {
  const { query } = useLocation();
  const path = encodeURIComponent(query.get("path") ?? "");
  const asked = useAsked<PostList>(`/api/posts?path=${path}`);
  const id = asked.data?.items[0]?.id;
  useEffect(() => {
    if (id !== undefined) navigate(editorPath(id), { replace: true });
  }, [id]);
  return <Answered asked={asked}>{() => (id === undefined ? <NotFound /> : <Busy />)}</Answered>;
}

function NotFound() {
  const words = useWords({ de, en });
  return (
    <>
      <PageHead title={words.notFound} />
      <p>{words.notFoundLong}</p>
    </>
  );
}
