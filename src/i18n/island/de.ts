/** The German words that only the form's script says: the browser downloads them with the island. */
export const words = {
  sending: "Wird gesendet …",
  offline: "Kein Netz. Der Kommentar liegt hier sicher und geht ab, sobald das Netz wieder da ist.",
  busy: "Das Blog bittet um eine Pause. Der Kommentar liegt hier sicher und geht danach von selbst ab.",
  silent:
    "Das Blog antwortet nicht. Der Kommentar liegt hier sicher und geht gleich noch einmal ab; doppelt erscheint er nie.",
  earlier: "Dieser Kommentar war noch nicht angekommen. ",
  arrived: "Ein Kommentar von vorhin ist jetzt angekommen:",
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
