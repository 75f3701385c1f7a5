/** Every German word of the overview. */
export const de = {
  hello: (name: string) => `Hallo, ${name}`,
  waiting: (count: number): string => (count === 1 ? "Kommentar wartet" : "Kommentare warten"),
  spam: "im Spam",
  scheduled: "Geplant",
  drafts: "Entwürfe",
  comments: "Neue Kommentare",
  noScheduled: "Nichts geplant.",
  noDrafts: "Keine Entwürfe. Zeit für einen neuen Beitrag?",
  noComments: "Keine neuen Kommentare.",
  untitled: "Ohne Titel",
  due: "erscheint",
  edited: "bearbeitet",
  on: "zu",
  noName: "ohne Namen",
  warnings: {
    imprint: "Das Impressum ist leer. Solange bleibt das Blog für Suchmaschinen unsichtbar.",
    dead: "Etwas ließ sich nicht zustellen. Mehr unter „Zustand“.",
    cron: "Die Uhr des Blogs steht: geplante Beiträge erscheinen nicht.",
    outbox: "Änderungen warten darauf, gezeigt zu werden.",
  },
};

export type OverviewWords = typeof de;
