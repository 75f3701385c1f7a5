import { shortcutsNow } from "../keys.ts";
import { Dialog } from "../parts/dialog.tsx";
import { useWords } from "../words.ts";

/** All keys that work on this page. */
export function Help({ onClose }: { readonly onClose: () => void }) {
  const words = useWords();
  return (
    <Dialog title={words.shortcuts} onClose={onClose} wide>
      <dl class="shortcuts">
        {shortcutsNow().map(({ keys, does }) => (
          <div key={keys + does}>
            <dt>
              {keys.split(" ").map((key, at) => (
                <span key={`${at}${key}`}>
                  {at > 0 && <small> {words.andThen} </small>}
                  <kbd>{key}</kbd>
                </span>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
