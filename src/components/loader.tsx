import { useContext } from "preact/hooks";
import { AssetsContext } from "./assets.ts";

/** The little script that wakes an island when somebody wants it; nothing where there is none. */
export function Loader() {
  const { loader } = useContext(AssetsContext);
  return loader ? <script type="module" src={loader} /> : null;
}
