/** Every German word of the overview. */
export const de = {
  hello: (name: string) => `Hallo, ${name}`,
  waiting: (count: number): string => (count === 1 ? "Kommentar wartet" : "Kommentare warten"),
  spam: "im Spam",
  scheduled: "Geplant",
  drafts: "Entwürfe",
  allDrafts: "Alle Entwürfe",
  comments: "Neue Kommentare",
  noScheduled: "Nichts geplant.",
  noDrafts: "Keine Entwürfe. Zeit für einen neuen Beitrag?",
  noComments: "Keine neuen Kommentare.",
  calm: "Alles erledigt",
  untitled: "Ohne Titel",
  due: "erscheint",
  edited: "bearbeitet",
  on: "zu",
  noName: "ohne Namen",
  warnings: {
    imprint: "Das Impressum ist leer. Solange bleibt das Blog für Suchmaschinen unsichtbar.",
    privacy: "Die Datenschutzerklärung ist leer.",
    origin: "Das Blog hat noch keine eigene Adresse; Suchmaschinen lassen es so lange aus.",
    "one-passkey": "Nur ein Passkey: geht das Gerät verloren, hilft nur noch npm run owner.",
    dead: "Etwas ließ sich nicht zustellen. Mehr unter „Zustand“.",
    cron: "Die Uhr des Blogs steht: geplante Beiträge erscheinen nicht.",
    outbox: "Änderungen warten darauf, gezeigt zu werden.",
    budget: "Ein Tageskontingent ist fast verbraucht.",
    "passkey-copied": "Ein Passkey könnte kopiert worden sein. Mehr unter „Personen“.",
  } as Readonly<Record<string, string>>,
};

export type OverviewWords = typeof de;
