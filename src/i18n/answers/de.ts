/** What the blog answers to somebody who writes here, in German. */
export const answersDe = {
  waiting: (ahead: number, most: number, usual: string | null) =>
    `Angekommen. Der Kommentar ist der ${ahead >= most ? `${most}. oder spätere` : `${ahead + 1}.`} in der Reihe${
      usual ? `, meist dauert es ${usual}` : ""
    }. Bis dahin sieht ihn nur, wer diese Adresse hat.`,
  published: "Veröffentlicht. Innerhalb von zwei Minuten sehen ihn alle.",
  removed: "Der Kommentar ist entfernt.",
  changed: "Gespeichert.",
  changedHeld: "Gespeichert. Weil Links dazugekommen sind, wartet der Kommentar auf Freigabe.",
  withdrawn: "Zurückgezogen. Innerhalb von zwei Minuten sieht ihn niemand mehr.",
  reported: "Danke. Jemand von hier sieht sich den Kommentar an.",
  minutes: (count: number) => (count === 1 ? "höchstens eine Minute" : `bis zu ${count} Minuten`),
  hours: (count: number) => (count === 1 ? "bis zu einer Stunde" : `bis zu ${count} Stunden`),
  days: (count: number) => (count === 1 ? "einen Tag" : `bis zu ${count} Tage`),
  answersTo: (number: number, name: string, title: string) =>
    `Antworten auf #${number}, ${name}, zu „${title}“`,
  answersOn: (title: string) => `Antworten auf einen Kommentar zu „${title}“`,
  fields: {
    name: "Der Name",
    email: "Die Mailadresse",
    url: "Die Website",
    text: "Der Kommentar",
    quote: "Die Stelle",
    reason: "Der Grund",
  } as Readonly<Record<string, string>>,
  otherField: "Eine Angabe",
  reasons: {
    missing: (field: string) => `${field} fehlt noch.`,
    long: (field: string) => `${field} ist zu lang.`,
    letters: (field: string) => `${field} braucht mindestens einen Buchstaben oder eine Ziffer.`,
    address: (field: string) => `${field} sieht nicht nach einer Adresse aus.`,
    malformed: (field: string) => `${field} war nicht zu lesen.`,
    words: (field: string) => `${field} enthält etwas, das dieses Blog nicht annimmt.`,
    reserved: (field: string) =>
      `${field} gehört jemandem, der hier schreibt. Bitte einen anderen nehmen.`,
    parent: () => "Der Kommentar, auf den geantwortet werden soll, ist nicht mehr da.",
    host: () => "Der Kommentar verweist auf eine Seite, auf die dieses Blog nicht verweist.",
  },
  closed: "Die Diskussion ist geschlossen. Der Text steht noch hier, zum Mitnehmen.",
  night: "Gerade nimmt das Blog keine Kommentare an. Der Text steht noch hier, zum Mitnehmen.",
  late: "Ändern und Zurückziehen geht nicht mehr: die Zeit ist um, oder jemand hat geantwortet.",
  limited: "Das waren viele auf einmal. Der Text ist noch da: gleich noch einmal absenden.",
  spent: "Für heute ist hier Schluss mit Kommentaren. Der Text ist noch da: morgen geht es weiter.",
  unavailable: "Gerade kann nichts gespeichert werden. Der Text ist noch da: gleich noch einmal.",
  foreign: "Das kam von einer fremden Seite. Hier abgeschickt, geht es.",
  unknown: "Das hat nicht geklappt.",
};

export type AnswerWords = typeof answersDe;
