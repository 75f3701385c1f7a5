import { LanguageSupport, StreamLanguage } from "@codemirror/language";

/** In the place of CodeMirror's HTML for Markdown: markup is text without colours. */
const plain = StreamLanguage.define({
  name: "html",
  token: (stream) => {
    stream.skipToEnd();
    return null;
  },
});

export const html = (): LanguageSupport => new LanguageSupport(plain);

/** No tags are completed. */
export const htmlCompletionSource = (): null => null;
