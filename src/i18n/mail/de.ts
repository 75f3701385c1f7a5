/** Every German word of the mails. */
export const de = {
  more: (count: number) => (count === 1 ? "Und noch einer." : `Und ${count} weitere.`),
  wroteOn: (name: string, title: string) => `${name || "Jemand"} zu „${title}“:`,
  heldSubject: (count: number, blog: string) =>
    count === 1 ? `${blog}: Ein Kommentar wartet` : `${blog}: ${count} Kommentare warten`,
  held: (count: number) =>
    count === 1
      ? "Ein Kommentar wartet auf eine Entscheidung. Hinter dem Link stehen die Knöpfe dafür; das Öffnen allein ändert nichts."
      : `${count} Kommentare warten auf eine Entscheidung. Hinter jedem Link stehen die Knöpfe dafür; das Öffnen allein ändert nichts.`,
  heldWhy:
    "Diese Mail kommt höchstens einmal in der Stunde. Wer die Links hat, kann entscheiden: bitte nicht weitergeben. " +
    "Sie gelten 30 Tage.",
  answersSubject: (count: number, title: string) =>
    count === 1
      ? `Eine Antwort auf deinen Kommentar zu „${title}“`
      : `${count} Antworten auf deinen Kommentar zu „${title}“`,
  answers: (title: string, blog: string) =>
    `Auf deinen Kommentar zu „${title}“ im Blog „${blog}“ wurde geantwortet.`,
  answered: (name: string) => `${name || "Jemand"} schreibt:`,
  unsubscribe: "Keine Mails mehr zu diesem Kommentar:",
  confirmSubject: (blog: string) => `Antworten aus dem Blog „${blog}“ bestellen?`,
  confirm: (blog: string, address: string) =>
    `Im Blog „${blog}“ (${address}) hat jemand einen Kommentar geschrieben, diese Adresse angegeben und möchte von Antworten erfahren. ` +
    "Wer das war, bestätigt es auf der verlinkten Seite.",
  confirmOn: (title: string) => `Kommentar zu „${title}“:`,
  confirmElse:
    "War es jemand anderes? Dann ist nichts zu tun: Ohne Bestätigung kommt keine Antwort hierher, und nach sieben Tagen " +
    "ist die Adresse aus der Liste gelöscht.",
  personSubject: (blog: string) => `Deine Daten im Blog „${blog}“`,
  person: (blog: string, address: string) =>
    `Jemand möchte sehen, was im Blog „${blog}“ (${address}) zu dieser Adresse gespeichert ist. Hinter diesem Link steht es, mit Knöpfen ` +
    "zum Herunterladen und zum Löschen. Er gilt 24 Stunden.",
  personElse: "War es jemand anderes? Dann ist nichts zu tun. Bitte den Link nicht weitergeben.",
  testSubject: (blog: string) => `${blog}: Testmail`,
  test: "Diese Mail zeigt, dass das Blog an beliebige Adressen schreiben kann. Es ist nichts zu tun.",
};

export type MailWords = typeof de;
