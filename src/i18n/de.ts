import { MAX_FOUND } from "../addresses.ts";

/** Every German word of the interface. The other languages have the same shape. */
export const de = {
  untitled: "Ohne Titel",
  skip: "Zum Inhalt springen",
  navigation: "Seiten",
  sidebar: "Am Rand",
  footer: "Über dieses Blog",
  home: "Startseite",
  latestPosts: "Neueste Beiträge",
  noPosts: "Hier steht noch nichts.",
  archive: "Archiv",
  tags: "Schlagwörter",
  categories: "Kategorien",
  subcategories: "Unterkategorien",
  latestComments: "Letzte Kommentare",
  blogroll: "Andere Blogs",
  feeds: "Feeds",
  allFeeds: "Alle Feeds",
  allPosts: "Alle Beiträge",
  allComments: "Alle Kommentare",
  feedTitle: (blog: string) => `${blog}: alle Beiträge`,
  subscribe: "Abonnieren",
  sticky: "Angeheftet",
  by: "von",
  on: "zu",
  readingTime: (minutes: number) => `${minutes} Min. Lesezeit`,
  readOn: "Weiterlesen",
  previousPost: "Älterer Beitrag",
  nextPost: "Neuerer Beitrag",
  neighbours: "Davor und danach",
  posts: (count: number) => (count === 1 ? "1 Beitrag" : `${count} Beiträge`),
  postsAbout: (tag: string) => `Beiträge zu „${tag}“`,
  postsIn: (category: string) => `Kategorie „${category}“`,
  postsBy: (author: string) => `Beiträge von ${author}`,
  postsFrom: (time: string) => `Beiträge aus ${time}`,
  website: "Website",
  comments: (count: number) => {
    if (count === 0) return "Kein Kommentar";
    return count === 1 ? "1 Kommentar" : `${count} Kommentare`;
  },
  commentsOn: (title: string) => `Kommentare zu „${title}“`,
  commentBy: (name: string, title: string) =>
    name ? `${name} zu „${title}“` : `Kommentar zu „${title}“`,
  commentNumber: (number: number) => `Kommentar ${number}`,
  commentsClosed: "Die Diskussion ist geschlossen.",
  commentPages: "Seiten der Diskussion",
  commentRemoved: "Kommentar entfernt",
  postAuthor: "schreibt hier",
  replyTo: (number: number) => `Antwort auf #${number}`,
  mention: {
    comment: "Kommentar",
    pingback: "Pingback",
    trackback: "Trackback",
    webmention: "Webmention",
  },
  wholePost: "Zum Beitrag",
  pages: "Seiten",
  page: (page: number) => `Seite ${page}`,
  pageOf: (page: number, pages: number) => `Seite ${page} von ${pages}`,
  newer: "Neuere",
  older: "Ältere",
  back: "Zurück",
  forward: "Weiter",
  path: "Pfad",
  search: "Suche",
  searchFor: "Suchwörter",
  searchNow: "Suchen",
  searchOf: (blog: string) => `${blog} durchsuchen`,
  foundFor: (question: string) => `Suche nach „${question}“`,
  found: (count: number) => {
    if (count === 0) return "Nichts gefunden";
    if (count >= MAX_FOUND) return `Die ${MAX_FOUND} neuesten Treffer, die besten zuerst`;
    return count === 1 ? "1 Treffer" : `${count} Treffer, die besten zuerst`;
  },
  searchHint:
    "Kein Beitrag hat alle diese Wörter. Weniger Wörter finden mehr, und vom letzten Wort genügt der Anfang.",
  feedIntro:
    "Ein Feed ist eine Adresse, unter der ein Blog seine neuen Beiträge für Programme " +
    "bereitlegt. Ein Feedreader schaut dort regelmäßig nach und zeigt, was neu ist. Es braucht dafür keine " +
    "Anmeldung und keine Mailadresse, und niemand sortiert vor, was zu sehen ist.",
  feedHow:
    "So geht es: diese Adresse kopieren und in einem Feedreader unter „Abonnieren“ oder „Feed " +
    "hinzufügen“ einsetzen. Viele Programme finden sie auch von allein, wenn man ihnen nur die " +
    "Adresse des Blogs gibt.",
  feedFullText: "Die neuesten Beiträge im vollen Text, als RSS:",
  feedFormats:
    "Jeden Feed gibt es in drei Formaten mit demselben Inhalt. RSS versteht jedes Programm; wer die " +
    "Wahl hat, nimmt, was das eigene am liebsten liest.",
  feedsElsewhere:
    "Einen eigenen Feed hat auch jedes Schlagwort, jeder Mensch, der hier schreibt, und die " +
    "Diskussion unter jedem Beitrag: einfach feed.xml an die Adresse der Seite hängen.",
  blogrollIntro: "Blogs, die wir selbst lesen:",
  error: "Fehler",
  errors: {
    400: ["Das war nicht zu verstehen", "Mit dieser Anfrage konnte das Blog nichts anfangen."],
    404: [
      "Hier ist nichts",
      "Unter dieser Adresse steht keine Seite. Vielleicht ist sie umgezogen.",
    ],
    405: ["So geht es nicht", "Diese Adresse gibt es, aber nicht für diese Art von Anfrage."],
    413: ["Das ist zu viel", "Der Text ist länger, als das Blog annehmen kann."],
    422: [
      "Da fehlt etwas",
      "Eine der Angaben passt noch nicht. Ein Schritt zurück, und es geht weiter.",
    ],
    429: ["Etwas langsamer, bitte", "Das waren viele Anfragen auf einmal. Gleich geht es weiter."],
    500: ["Das war unser Fehler", "Hier ist etwas schiefgegangen. Es liegt nicht an der Anfrage."],
    503: ["Gleich wieder da", "Das Blog ist gerade nicht zu erreichen. Bitte gleich noch einmal."],
  } satisfies ErrorWords as ErrorWords,
};

export type Words = typeof de;

/** A heading and a friendly sentence for each status that people get to see. */
type ErrorWords = Readonly<Record<ErrorStatus, readonly [string, string]>>;

export type ErrorStatus = 400 | 404 | 405 | 413 | 422 | 429 | 500 | 503;
