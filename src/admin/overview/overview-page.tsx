import { PageHead } from "../parts/page-head.tsx";
import { useWords } from "../words.ts";

export function OverviewPage() {
  const words = useWords();
  return <PageHead title={words.entries.overview} />;
}
