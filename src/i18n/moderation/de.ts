/** Every German word of the pages behind links in mails, and of what waits for a moderator. */
export const de = {
  reasons: {
    "all-held": () => "Alle Kommentare werden zurückgehalten.",
    newcomer: () => "Wer das geschrieben hat, ist hier noch nicht bekannt.",
    "post-held": () => "Unter diesem Beitrag werden Kommentare zurückgehalten.",
    night: () => "Heute Nacht werden alle Kommentare zurückgehalten.",
    links: (detail: string) => `Viele Links${inBrackets(detail)}.`,
    word: (detail: string) => `Ein Wort von der Liste${inBrackets(detail)}.`,
    host: (detail: string) => `Ein Link zu einer Adresse von der Liste${inBrackets(detail)}.`,
    name: (detail: string) => `Ein Name von der Liste${inBrackets(detail)}.`,
    honeypot: () => "Ein Feld ist ausgefüllt, das nur Programme sehen.",
    fast: (detail: string) => `Zu schnell geschrieben${inBrackets(detail)}.`,
    "bad-host": (detail: string) => `Ein Link dorthin war hier schon Spam${inBrackets(detail)}.`,
    "known-spam": () => "Der Text gleicht bekanntem Spam.",
    repeated: () => "Fast derselbe Text kam vor Kurzem schon einmal.",
    scripts: () => "Buchstaben aus mehreren Alphabeten in einem Wort.",
    reported: (detail: string) => (detail ? `Gemeldet: ${detail}` : "Gemeldet."),
    flood: () => "Es kamen gerade sehr viele Kommentare.",
    unlimited: () => "Die Grenze für Anfragen war nicht zu prüfen.",
    edited: () => "Nachträglich geändert, mit neuen Links.",
  } as Readonly<Record<string, (detail: string) => string>>,
  moderation: "Kommentar prüfen",
  queue: (blog: string) => `${blog}: wartende Kommentare`,
  waitingBy: (name: string, title: string) => `${name || "Jemand"} zu „${title}“`,
  status: {
    pending: "wartet",
    approved: "veröffentlicht",
    spam: "Spam",
    trash: "im Papierkorb",
  },
  on: "zu",
  website: "Website",
  quote: "Randnotiz zu dieser Stelle",
  why: "Warum er wartet",
  approve: "Veröffentlichen",
  spam: "Spam",
  trash: "Löschen",
  noName: "ohne Namen",
  done: { approve: "Veröffentlicht.", spam: "Als Spam abgelegt.", trash: "Gelöscht." },
  doneLong:
    "Was veröffentlicht oder entfernt ist, sehen alle innerhalb von zwei Minuten. Spam und Gelöschtes bleiben 30 Tage, " +
    "so lange gilt auch dieser Link.",
  invalid: "Dieser Link gilt nicht",
  invalidLong: "Er ist abgelaufen, unvollständig oder schon benutzt. Geändert wurde nichts.",
  confirm: "Antworten bestellen",
  confirmAsk: (title: string) =>
    `Bei jeder Antwort auf deinen Kommentar zu „${title}“ eine Mail bekommen, höchstens alle zehn Minuten eine?`,
  confirmNow: "Ja, Mails bestellen",
  confirmed: "Bestellt",
  confirmedLong: "Jede dieser Mails enthält einen Link, der sie wieder abbestellt.",
  unsubscribe: "Antworten abbestellen",
  unsubscribeAsk: "Keine Mails über Antworten auf diesen Kommentar mehr?",
  unsubscribeNow: "Abbestellen",
  unsubscribed: "Abbestellt",
  unsubscribedLong: "Zu diesem Kommentar kommt keine Mail mehr.",
  person: "Was hier über dich gespeichert ist",
  personAsk:
    "Wer hier mit einer Mailadresse kommentiert hat, bekommt dorthin einen Link: zu allem, was zu der Adresse gespeichert ist, " +
    "und zum Löschen.",
  personEmail: "Mailadresse",
  personNow: "Link schicken",
  personSent: "Danke",
  personSentLong:
    "Wenn zu dieser Adresse etwas gespeichert ist, ist gleich eine Mail dorthin unterwegs. Am Tag gibt es höchstens eine.",
  personOff:
    "Dieses Blog schreibt keine Mails an Besucher. Jeder eigene Kommentar hat aber eine Seite, auf der man ihn ansehen und löschen kann; " +
    "sonst hilft die Adresse im Impressum.",
  personCounts: (comments: number, subscriptions: number) =>
    `${comments === 1 ? "Ein Kommentar" : `${comments} Kommentare`}, ` +
    `${subscriptions === 1 ? "eine Bestellung" : `${subscriptions} Bestellungen`} von Antworten.`,
  personExport: "Alles herunterladen",
  personErase: "Alle Texte löschen",
  personEraseHint: "Wo andere geantwortet haben, bleibt eine leere Stelle.",
  personAnonymise: "Nur den Namen löschen",
  personAnonymiseHint: "Die Texte bleiben stehen, ohne Namen, Adresse und Website.",
  erased: "Gelöscht",
  erasedLong:
    "Auf den Seiten ist es innerhalb von zwei Minuten verschwunden. Endgültig ist es, wenn die Sicherungen der Datenbank " +
    "abgelaufen sind, nach höchstens 30 Tagen.",
  anonymous: "Anonym",
};

const inBrackets = (detail: string): string => (detail ? ` (${detail})` : "");

export type ModerationWords = typeof de;
