/** What allows styles that are made here, such as the editor's: `EditorView.cspNonce.of(styleNonce())`. */
export const styleNonce = (): string =>
  document.querySelector<HTMLLinkElement>('link[rel="stylesheet"]')?.nonce ?? "";
