const NAME = "draft ";

/** Says to other tabs that the draft of this key is being written. Ends with what it gives, or with the tab. */
export function holdOpen(key: string): () => void {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  navigator.locks?.request(NAME + key, () => held).catch(() => {});
  return () => release();
}

/** The keys of drafts that open tabs are writing. */
export async function openDrafts(): Promise<ReadonlySet<string>> {
  const { held = [] } = (await navigator.locks?.query()) ?? {};
  return new Set(held.map(({ name }) => (name ?? "").slice(NAME.length)));
}
