/** The German words that a script says on the pages of one's own comments. */
export const words = {
  pending: "wartet auf Freigabe",
  own: "verwalten",
  broken: "Das ging gerade nicht. Bitte gleich noch einmal.",
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

export type MineWords = typeof words;
