import { Layout } from "../components/layout.tsx";
import { Loader } from "../components/loader.tsx";
import { discussionWordsOf } from "../i18n/words.ts";
import type { Site } from "../model.ts";

/** The comments of this browser, which only a script there can know. */
export function MinePage({ site }: { site: Site }) {
  const words = discussionWordsOf(site.lang);
  return (
    <Layout site={site} title={words.mine} path={null} head={<Loader />}>
      <header class="list-head">
        <h1>{words.mine}</h1>
        <p class="meta">{words.mineIntro}</p>
      </header>
      <noscript>
        <p class="news">{words.mineScript}</p>
      </noscript>
      <div data-island="mine" />
    </Layout>
  );
}
