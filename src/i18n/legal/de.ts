import type { ImprintFacts, LegalWords, PrivacyFacts } from "./words.ts";

/** Was nicht ausgefüllt ist, steht in diesen Klammern; solange eine da ist, gilt die Seite als leer. */
const gap = (text: string, name: string): string => text.trim() || `⟨${name}⟩`;

const imprint = ({ name, address, email, phone }: ImprintFacts): string => `${gap(name, "Name")}\\
${gap(address, "Anschrift")
  .trim()
  .split(/\s*\n\s*/)
  .join("\\\n")}

E-Mail: ${gap(email ?? "", "E-Mail-Adresse")}${phone ? `\\\nTelefon: ${phone}` : ""}

Verantwortlich für den Inhalt: ${gap(name, "Name")}, Anschrift wie oben. Für Kommentare steht ein, wer sie schreibt.
`;

const privacy = (facts: PrivacyFacts): string =>
  [
    reading,
    commenting(facts),
    ...(facts.mail === "everyone" ? [mail] : []),
    authors,
    rights(facts),
  ].join("\n\n");

const reading = `## Beim Lesen

Diese Seiten setzen keine Cookies, laden nichts von fremden Servern und beobachten niemanden. Gezählt wird, wie oft ein Beitrag
gelesen wird und welche Seiten hierher verweisen: als Summe eines Tages, ohne Adresse, ohne Kennung und ohne Skript. Ausgeliefert
werden die Seiten von Cloudflare; dort fällt beim Abruf, wie bei jedem Anbieter, die IP-Adresse an. Dieses Blog speichert sie nicht.`;

const commenting = ({ spamDays, trashDays }: PrivacyFacts): string => `## Beim Kommentieren

Gespeichert wird, was du einträgst, und wann. Öffentlich sind Name, Website und Text. Die E-Mail-Adresse ist freiwillig und wird nie
gezeigt. Eine IP-Adresse wird nicht gespeichert. Ob ein Kommentar Spam ist, entscheiden Regeln in diesem Blog; der Text geht an
niemanden sonst. Was als Spam gilt, wird nach ${spamDays} Tagen gelöscht, was verworfen wurde, nach ${trashDays} Tagen. Entwürfe und
die Schlüssel zu deinen Kommentaren liegen nur in deinem Browser.`;

const mail = `## Benachrichtigungen

Wenn du von Antworten hören willst, bestätigst du deine Adresse mit einem Link. Gespeichert werden die Adresse, wann du zugestimmt
hast und welchem Satz. Jede Mail hat einen Link zum Abbestellen; danach wird die Adresse gelöscht. Unbestätigte Adressen werden nach
sieben Tagen gelöscht. Die Mails haben keine Bilder und zählen keine Klicks.`;

const authors = `## Wer hier schreibt

Wer hier Beiträge schreibt, meldet sich mit einem Passkey an. Dafür wird ein Cookie gesetzt, das ohne Anmeldung niemand bekommt.`;

const rights = ({ contact }: PrivacyFacts): string => `## Deine Rechte

Du kannst erfahren, was von dir gespeichert ist, es ändern, mitnehmen und löschen lassen. Der Link deines Kommentars führt zu einer
Seite, auf der das ohne Nachfrage geht. Sonst schreib an ${contact ?? "die Adresse im Impressum"}. Gelöschtes verschwindet binnen zwei
Minuten von allen Seiten; in der Sicherung der Datenbank bleibt es höchstens 30 Tage. Du kannst dich auch bei einer
Aufsichtsbehörde für den Datenschutz beschweren.`;

/** Was auf den Seiten steht, die jedes Blog haben sollte. */
export const legalDe: LegalWords = {
  imprintTitle: "Impressum",
  imprintSlug: "impressum",
  privacyTitle: "Datenschutz",
  privacySlug: "datenschutz",
  imprint,
  privacy,
};
