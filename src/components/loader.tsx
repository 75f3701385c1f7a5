import { useContext } from "preact/hooks";
import { AssetsContext } from "./assets.ts";

/** The style of forms, for pages where somebody may write; all other pages do without. */
export function FormStyle() {
  const { talkCss } = useContext(AssetsContext);
  return talkCss ? <style dangerouslySetInnerHTML={{ __html: talkCss }} /> : null;
}

/** The little script that wakes an island when somebody wants it, with the style of what it wakes. */
export function Loader() {
  const { loader } = useContext(AssetsContext);
  return (
    <>
      <FormStyle />
      {loader && <script type="module" src={loader} />}
    </>
  );
}
