/** Every German word of the queue of comments. */
export const de = {
  title: "Kommentare",
  status: "Zustand",
  statuses: {
    pending: "Wartet",
    approved: "Veröffentlicht",
    spam: "Spam",
    trash: "Papierkorb",
  },
  search: "Suchen",
  list: "Kommentare",
  below: (title: string) => `Nur unter „${title}“`,
  belowOne: "Nur unter einem Beitrag",
  everywhere: "Alle Beiträge",
  toPost: "Beitrag öffnen",
  calm: "Alles erledigt. Hier wartet niemand.",
  nothing: "Hier ist gerade nichts.",
  nothingFound: (question: string) => `Nichts gefunden zu „${question}“.`,
  noName: "ohne Namen",
  own: "vom Blog",
  kinds: { pingback: "Pingback", trackback: "Trackback", webmention: "Webmention" } as Readonly<
    Record<string, string>
  >,
  on: "zu",
  answers: (number: number) => `Antwort auf ${number}`,
  edited: "geändert",
  quote: "Randnotiz zu dieser Stelle",
  why: "Warum er wartet",
  wholeText: "Ganzen Text zeigen",
  cut: "Ein eingelesener Kommentar: hier steht sein Anfang.",
  actions: {
    approve: "Freigeben",
    spam: "Spam",
    trash: "Papierkorb",
    hold: "Zurückhalten",
  },
  reply: "Antworten",
  edit: "Bearbeiten",
  ban: (whom: string) => `${whom} sperren`,
  banAsk: (whom: string) => `${whom} sperren?`,
  banEmailLong:
    "Kommentare mit dieser Mailadresse werden ab jetzt abgewiesen, und wer sie schickt, erfährt es. Was schon da ist, bleibt.",
  banHostLong:
    "Kommentare mit Links dorthin werden ab jetzt abgewiesen, und wer sie schickt, erfährt es. Was schon da ist, bleibt.",
  banned: (whom: string) => `${whom} ist gesperrt. Die Liste steht in den Einstellungen.`,
  replyTo: (name: string) => `Antwort an ${name}`,
  replyHint: "Sie erscheint sofort, mit deinem Namen. Was wartet, wird dabei freigegeben.",
  send: "Antwort senden",
  editHint: "Unter dem Kommentar steht dann, dass er geändert wurde.",
  replied: "Geantwortet.",
  reworded: "Geändert.",
  done: {
    approve: (count: number) => (count === 1 ? "Freigegeben." : `${count} freigegeben.`),
    spam: (count: number) => (count === 1 ? "Als Spam abgelegt." : `${count} als Spam abgelegt.`),
    trash: (count: number) =>
      count === 1 ? "In den Papierkorb gelegt." : `${count} in den Papierkorb gelegt.`,
    hold: (count: number) => (count === 1 ? "Zurückgehalten." : `${count} zurückgehalten.`),
  },
  undone: (count: number) =>
    count === 1 ? "Wieder wie vorher." : `${count} sind wieder wie vorher.`,
  nothingToUndo: "Es gibt nichts rückgängig zu machen.",
  failed: (why: string) => `Das hat nicht geklappt, es steht wieder da. ${why}`,
  select: (name: string) => `Auswählen: ${name}`,
  selectShown: "Alle gezeigten auswählen",
  selected: (count: number) => (count === 1 ? "1 ausgewählt" : `${count} ausgewählt`),
  unselect: "Auswahl aufheben",
  allLike: (total: number | null) =>
    total === null ? "Alle, auf die das passt …" : `Alle ${total} …`,
  allTitle: "Mit allen",
  allAsk: (total: number | null) =>
    total === null
      ? "Es betrifft jeden Kommentar, auf den die Auswahl oben passt; auch die, die noch nicht gezeigt sind. Wie viele das sind, zeigt sich unterwegs."
      : `Es betrifft ${total === 1 ? "1 Kommentar" : `${total} Kommentare`}; auch die, die noch nicht gezeigt sind. Rückgängig geht danach in einem Schritt.`,
  running: (done: number, total: number | null) =>
    total === null ? `${done} erledigt …` : `${done} von ${total} erledigt …`,
  undoing: (done: number, total: number) => `${done} von ${total} wieder wie vorher …`,
  stop: "Anhalten",
  stopped: (done: number) => `Angehalten nach ${done}.`,
  goOn: "Weitermachen",
  keys: {
    next: "Nächster Kommentar",
    previous: "Voriger Kommentar",
    approve: "Freigeben",
    spam: "Spam",
    trash: "In den Papierkorb",
    reply: "Antworten",
    edit: "Bearbeiten",
    undo: "Rückgängig",
    select: "Auswählen",
    open: "Beitrag öffnen",
    send: "Absenden, beim Schreiben",
  },
};

export type CommentsWords = typeof de;
