/** Every German word about tags and categories. */
export const de = {
  title: "Schlagwörter",
  tabs: "Was?",
  tags: "Schlagwörter",
  categories: "Kategorien",
  tagsLong: "Worum es in einem Beitrag geht. Neue entstehen beim Schreiben.",
  categoriesLong: "Spalten des Blogs, jede mit eigener Adresse und eigenem Feed.",
  search: "Suchen",
  posts: (count: number) => (count === 1 ? "1 Beitrag" : `${count} Beiträge`),
  newTag: "Neues Schlagwort",
  newCategory: "Neue Kategorie",
  noTags: "Noch keine Schlagwörter.",
  noCategories: "Noch keine Kategorien.",
  nothingFound: (question: string) => `Nichts gefunden zu „${question}“.`,
  name: "Name",
  description: "Beschreibung",
  parent: "Steht unter",
  top: "Keiner, ganz oben",
  rename: "Umbenennen",
  edit: "Bearbeiten",
  addressStays: "Die Adresse bleibt, wie sie ist.",
  merge: "Zusammenlegen",
  mergeTitle: (name: string) => `„${name}“ zusammenlegen`,
  mergeLong:
    "Alle Beiträge gehen dorthin über, und die alte Adresse führt dorthin. Das lässt sich nicht zurücknehmen.",
  mergeInto: "Mit",
  merged: (name: string) => `Zusammengelegt mit „${name}“.`,
  remove: "Löschen",
  removeAsk: (name: string) => `„${name}“ löschen?`,
  removeLong: (posts: number) =>
    posts === 0
      ? "Kein Beitrag hat es."
      : `${posts === 1 ? "Ein Beitrag verliert" : `${posts} Beiträge verlieren`} es. Die Beiträge selbst bleiben.`,
  removed: (name: string) => `„${name}“ ist gelöscht.`,
  look: "Im Blog ansehen",
  circle: "So stünde sie unter sich selbst.",
};

export type TermsWords = typeof de;
