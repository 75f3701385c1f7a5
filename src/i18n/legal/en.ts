import type { ImprintFacts, LegalWords, PrivacyFacts } from "./words.ts";

/** What is not filled in stands in these brackets; while there is one, the page counts as empty. */
const gap = (text: string, name: string): string => text.trim() || `⟨${name}⟩`;

const imprint = ({ name, address, email, phone }: ImprintFacts): string => `${gap(name, "name")}\\
${gap(address, "postal address")
  .trim()
  .split(/\s*\n\s*/)
  .join("\\\n")}

E-mail: ${gap(email ?? "", "e-mail address")}${phone ? `\\\nPhone: ${phone}` : ""}

Responsible for the content: ${gap(name, "name")}, address as above. Comments are the words of those who write them.
`;

const privacy = (facts: PrivacyFacts): string =>
  [
    reading,
    commenting(facts),
    ...(facts.mail === "everyone" ? [mail] : []),
    authors,
    rights(facts),
  ].join("\n\n");

const reading = `## When you read

These pages set no cookie, load nothing from other hosts and watch nobody. What is counted is how often a post is read and which sites
link here: as the sum of a day, without an address, without an identifier and without a script. The pages are delivered by Cloudflare,
which sees IP addresses while it does so, as any host does. This blog does not store them.`;

const commenting = ({ spamDays, trashDays }: PrivacyFacts): string => `## When you comment

What you fill in is stored, and when. Public are name, website and text. The e-mail address is optional and never shown. No IP address
is stored. Whether a comment is spam is decided by rules in this blog; its text goes to nobody else. Spam is deleted after ${spamDays}
days, what was thrown away after ${trashDays} days. Drafts and the keys to your comments are in your browser alone.`;

const mail = `## Mail

If you want to hear of answers, you confirm your address by a link. Stored are the address, when you agreed, and to which sentence.
Each mail has a link that unsubscribes; the address is deleted then. Addresses that nobody confirms are deleted after seven days.
Mails have no pictures and count no clicks.`;

const authors = `## Those who write here

Whoever writes posts here logs in with a passkey. A cookie is set for that, which nobody gets without logging in.`;

const rights = ({ contact }: PrivacyFacts): string => `## Your rights

You may learn what is stored about you, change it, take it with you and have it erased. The link of your comment leads to a page where
you do that yourself. Otherwise write to ${contact ?? "the address in the imprint"}. What was erased leaves all pages within two minutes;
in the backup of the database it stays for 30 days at most. You may also complain to a data protection authority.`;

/** What the pages say that every blog should have. */
export const legalEn: LegalWords = {
  imprintTitle: "Imprint",
  imprintSlug: "imprint",
  privacyTitle: "Privacy",
  privacySlug: "privacy",
  imprint,
  privacy,
};
