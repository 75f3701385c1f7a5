/** Every German word about figures. */
export const de = {
  title: "Zahlen",
  about:
    "Ungefähr, und ohne jemanden auszuspähen: kein Cookie, keine Adresse, kein Skript. Gezählt wird, wie oft eine Seite abgerufen wurde, nicht von wem. Einzelne Abrufe fehlen.",
  edgeCache:
    "Der Zwischenspeicher am Rand von Cloudflare ist an: was er beantwortet, sieht das Blog nicht. Die Zahlen sind deshalb zu klein.",
  span: "Zeitraum",
  days: (count: number) => `${count} Tage`,
  reads: "Abrufe",
  readsOf: (count: number) => (count === 1 ? "1 Abruf" : `${count} Abrufe`),
  day: "Tag",
  chart: "Abrufe je Tag",
  total: "zusammen",
  posts: "Beiträge",
  feeds: "Feeds",
  subscribers: (count: number) => `${count} Abos`,
  feedsLong: "Wie viele Abos die Feedreader selbst nennen; wer einzeln liest, zählt als eines.",
  readers: "Feedreader",
  referrers: "Woher",
  nothing: "Noch nichts.",
  table: "Als Tabelle",
};

export type FiguresWords = typeof de;
