import { de } from "../../i18n/admin/de/transfer.ts";
import { en } from "../../i18n/admin/en/transfer.ts";
import { Copy } from "../parts/copy.tsx";
import { PageHead } from "../parts/page-head.tsx";
import { useWords } from "../words.ts";

const TRY = "npm run import -- export.xml";
const MEDIA = "npm run import -- export.xml --media wp-content/uploads";
const REMOTE = "npm run import -- export.xml --media wp-content/uploads --remote";

/** How an old blog moves here: by commands. */
export function TransferPage() {
  const words = useWords({ de, en });
  return (
    <>
      <PageHead title={words.title} />
      <p>{words.about}</p>
      <section class="section">
        <h2>{words.steps}</h2>
        <ol class="steps">
          <li>
            <p>{words.export}</p>
          </li>
          <Step text={words.try} command={TRY} />
          <Step text={words.media} command={MEDIA} />
          <Step text={words.remote} command={REMOTE} />
        </ol>
        <p>{words.often}</p>
        <p class="faded">{words.more}</p>
      </section>
    </>
  );
}

function Step({ text, command }: { readonly text: string; readonly command: string }) {
  const words = useWords({ de, en });
  return (
    <li>
      <p>{text}</p>
      <Copy label={words.command} text={command} />
    </li>
  );
}
