import type { TermsWords } from "../de/terms.ts";

export const en: TermsWords = {
  title: "Tags",
  tabs: "What?",
  tags: "Tags",
  categories: "Categories",
  tagsLong: "What a post is about. New ones come with writing.",
  categoriesLong: "Columns of the blog, each with an address and a feed of its own.",
  search: "Search",
  posts: (count) => (count === 1 ? "1 post" : `${count} posts`),
  newTag: "New tag",
  newCategory: "New category",
  noTags: "No tags yet.",
  noCategories: "No categories yet.",
  nothingFound: (question) => `Nothing found for “${question}”.`,
  name: "Name",
  description: "Description",
  parent: "Stands below",
  top: "None, at the top",
  rename: "Rename",
  edit: "Edit",
  addressStays: "The address stays as it is.",
  merge: "Merge",
  mergeTitle: (name) => `Merge “${name}”`,
  mergeLong: "All posts go there, and the old address leads there. This cannot be undone.",
  mergeInto: "With",
  merged: (name) => `Merged with “${name}”.`,
  remove: "Delete",
  removeAsk: (name) => `Delete “${name}”?`,
  removeLong: (posts) =>
    posts === 0
      ? "No post has it."
      : `${posts === 1 ? "One post loses" : `${posts} posts lose`} it. The posts themselves stay.`,
  removed: (name) => `“${name}” is deleted.`,
  look: "Look at it in the blog",
  circle: "It would stand below itself.",
};
