/** The German words that only a script says: the browser downloads them with an island. */
export const words = {
  sending: "Wird gesendet …",
  offline:
    "Kein Netz. Der Kommentar liegt sicher in diesem Browser und geht von selbst ab, sobald das Netz wieder da ist.",
  busy: (seconds: number) =>
    `Das Blog bittet um eine Pause. Der Kommentar liegt sicher in diesem Browser und geht in ${seconds} Sekunden von selbst ab.`,
  silent: (seconds: number) =>
    `Das Blog antwortet nicht. Der Kommentar liegt sicher in diesem Browser und geht in ${seconds} Sekunden noch einmal ab; doppelt erscheint er nie.`,
  earlier: "Dieser Kommentar war noch nicht angekommen. ",
  arrived: "Ein Kommentar von vorhin ist jetzt angekommen:",
  returned:
    "Ein Kommentar von vorhin wurde nicht angenommen; er liegt als Entwurf bei seinem Beitrag:",
  now: "Jetzt senden",
  stop: "Nicht senden",
  broken: "Das ging gerade nicht. Bitte gleich noch einmal.",
  left: (characters: number) => `noch ${characters.toLocaleString("de")} Zeichen`,
  preview: "Vorschau",
  remember: "Name und Adressen in diesem Browser merken",
  reply: (whom: string) => `Antwort auf ${whom}`,
  note: "Notiz zu dieser Stelle",
  cancel: "Abbrechen",
  pending: "wartet auf Freigabe",
  edit: "ändern",
  text: "Kommentar ändern",
  save: "Speichern",
  withdraw: "zurückziehen",
  sure: "wirklich zurückziehen?",
  withdrawn: "Der Kommentar ist zurückgezogen.",
  own: "verwalten",
  none: "In diesem Browser sind keine Kommentare gemerkt.",
  on: "zu",
  answers: "Antworten",
  forget: "Aus diesem Browser entfernen",
  forgotten:
    "Dieser Browser hat den Kommentar vergessen. Die Adresse dieser Seite öffnet ihn weiter.",
  take: "Auf ein anderes Gerät mitnehmen",
  takeHint: "Diesen Link dort öffnen. Er ist geheim: wer ihn hat, darf diese Kommentare ändern.",
  bring: (count: number) =>
    count === 1
      ? "Der Link bringt einen Kommentar mit. In diesem Browser merken?"
      : `Der Link bringt ${count} Kommentare mit. In diesem Browser merken?`,
  yes: "Merken",
  no: "Nein",
};

export type IslandWords = typeof words;
