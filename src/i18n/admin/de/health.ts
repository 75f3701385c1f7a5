/** Every German word about how the blog is at work, about figures, and about moving. */
export const de = {
  title: "Zustand",
  again: "Neu messen",
  fine: "Alles läuft.",
  clock: "Die Uhr des Blogs",
  clockLong:
    "Sie läuft jede Minute: veröffentlicht Geplantes, verschickt Liegengebliebenes, räumt auf.",
  clockAt: "Zuletzt",
  clockNever: "Noch nie gelaufen.",
  clockLate:
    "Sie steht. Geplante Beiträge erscheinen nicht; in wrangler.toml muss ein Cron-Trigger stehen.",
  outbox: "Postausgang",
  outboxLong: "Änderungen, von denen die Zwischenspeicher noch nichts wissen.",
  outboxEmpty: "Leer.",
  outboxWaiting: (count: number) =>
    count === 1 ? "1 Änderung wartet" : `${count} Änderungen warten`,
  oldest: "die älteste seit",
  dead: "Nicht zugestellt",
  deadLong: "Nachrichten, mit denen es zu oft nicht geklappt hat.",
  noDead: "Keine.",
  queues: { refresh: "Zwischenspeicher", jobs: "Aufgaben" },
  retry: "Noch einmal",
  discard: "Verwerfen",
  retried: "Wieder unterwegs.",
  discarded: "Verworfen.",
  discardAsk: "Diese Nachricht verwerfen?",
  discardLong: "Was sie auslösen sollte, geschieht dann nicht.",
  bindings: "Antwortzeiten",
  bindingsOf: { d1: "Datenbank (D1)", kv: "Zwischenspeicher (KV)", r2: "Dateien (R2)" },
  milliseconds: (count: number) => `${count} ms`,
  silent: "antwortet nicht",
  budgets: "Heute verbraucht",
  budgetsLong: "Ein Tag endet um Mitternacht UTC.",
  budgetsOf: {
    admit: "Aufgenommene alte Seiten",
    write: "Erneuerte Seiten",
    site: "Erneuerungen des ganzen Blogs",
    visitors: "Was Leserinnen und Leser geschrieben haben",
  },
  spent: (spent: number, most: number) => `${spent} von ${most}`,
  caches: "Zwischenspeicher",
  cachesLong:
    "Nötig ist das fast nie. Jede Seite wird danach neu gemacht, sobald jemand sie aufruft.",
  cachedAt: "Zuletzt erneuert",
  neverCached: "Noch leer.",
  rebuild: "Alles neu aufbauen",
  rebuildAsk: "Alle Zwischenspeicher neu aufbauen?",
  rebuilt: "Wird neu aufgebaut.",
};

export type HealthWords = typeof de;
