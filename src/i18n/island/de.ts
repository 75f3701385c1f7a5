/** The German words that only the form's script says: the browser downloads them with the island. */
export const words = {
  sending: "Wird gesendet …",
  offline: () => "Kein Netz. Der Kommentar liegt hier sicher und geht ab, sobald das Netz da ist.",
  busy: (seconds: number) =>
    `Das Blog bittet um eine Pause. Der Kommentar liegt hier sicher und geht in ${seconds} Sekunden ab.`,
  silent: (seconds: number) =>
    `Das Blog antwortet nicht. Der Kommentar liegt hier sicher und geht in ${seconds} Sekunden noch einmal ab; doppelt erscheint er nie.`,
  earlier: "Dieser Kommentar war noch nicht angekommen. ",
  arrived: "Ein Kommentar von vorhin ist jetzt angekommen:",
  now: "Jetzt senden",
  stop: "Nicht senden",
  broken: "Das ging gerade nicht. Bitte gleich noch einmal.",
  left: (characters: number) => `noch ${characters} Zeichen`,
  preview: "Vorschau",
  remember: "Name und Adressen in diesem Browser merken",
  reply: (whom: string) => `Antwort auf ${whom}`,
  note: "Notiz zu dieser Stelle",
  cancel: "Abbrechen",
  pending: "wartet auf Freigabe",
  edit: "ändern",
  save: "Speichern",
  withdraw: "zurückziehen",
  sure: "wirklich zurückziehen?",
  withdrawn: "Der Kommentar ist zurückgezogen.",
  own: "verwalten",
};

export type IslandWords = typeof words;
