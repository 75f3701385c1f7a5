/** Every German word of the lists of posts and static pages, and of the overview. */
export const de = {
  posts: "Beiträge",
  pages: "Seiten",
  status: "Zustand",
  all: "Alle",
  statuses: {
    draft: "Entwurf",
    scheduled: "Geplant",
    published: "Veröffentlicht",
    unlisted: "Ungelistet",
    private: "Privat",
  },
  filters: {
    draft: "Entwürfe",
    scheduled: "Geplant",
    published: "Veröffentlicht",
    unlisted: "Ungelistet",
    private: "Privat",
  },
  changed: "Ungesehene Änderungen",
  search: "Suchen",
  untitled: "Ohne Titel",
  by: (name: string) => `von ${name}`,
  commentsOf: (count: number) => (count === 1 ? "1 Kommentar" : `${count} Kommentare`),
  due: "erscheint",
  edited: "bearbeitet",
  noPosts: "Hier steht noch nichts.",
  noPages: "Noch keine Seiten. Ein Impressum ist ein guter Anfang.",
  nothingFound: (question: string) => `Nichts gefunden zu „${question}“.`,
  nothingLike: "In diesem Zustand ist gerade nichts.",
  next: "Nächster Eintrag",
  previous: "Voriger Eintrag",
  notFound: "Diesen Beitrag gibt es hier nicht",
  notFoundLong: "Er wurde gelöscht, oder er gehört jemand anderem.",
};

export type PostsWords = typeof de;
