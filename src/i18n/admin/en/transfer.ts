import type { TransferWords } from "../de/transfer.ts";

export const en: TransferWords = {
  title: "Moving",
  about:
    "An old WordPress blog moves from your own computer, in the folder of this blog. It cannot be done from this page yet.",
  steps: "How to do it",
  export: "In WordPress, under Tools → Export, choose “All content” and save the file.",
  try: "To have a look, read it into the blog of this computer first; npm start shows it.",
  media:
    "With pictures and recordings: name the folder wp-content/uploads of the old blog, too, or a zip of it.",
  remote: "If you like it, the same into the blog on the net.",
  often:
    "Posts, pages, comments, categories, tags and media come along, and every address stays as it was. It may be done again: what is there stays, and what is new is added.",
  more: "docs/move-from-wordpress.md says more.",
  command: "Command",
};
