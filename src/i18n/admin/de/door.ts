/** Every German word of the way in. */
export const de = {
  welcome: "Willkommen zurück",
  account: "Konto",
  accountHint: "Wer hier hineingeht, bekommt vom Browser die Passkeys gezeigt, die er kennt.",
  withPasskey: "Mit Passkey anmelden",
  noPasskey: "Noch kein Passkey, oder das Gerät ist weg?",
  noPasskeyLong:
    "Wem das Blog gehört, der kann mit „npm run owner“ einen Link machen. Alle anderen bitten darum, neu eingeladen zu werden.",
  join: "Hereinkommen",
  joinOwner: "Dieser Link öffnet das Blog für die Person, die es betreibt.",
  joinInvited: (role: string) => `Das ist eine Einladung, hier zu schreiben (Rolle: ${role}).`,
  roles: { owner: "Besitz", editor: "Redaktion", author: "Autorschaft" },
  who: "Wer bist du?",
  somebodyNew: "Jemand Neues",
  name: "Name",
  nameHint: "So steht er unter den Beiträgen.",
  as: (name: string) => `Du kommst herein als ${name}.`,
  passkey: "Wie soll der Passkey heißen?",
  passkeyHint: "Damit er später von anderen zu unterscheiden ist.",
  whatIsPasskey: "Was ist ein Passkey?",
  whatIsPasskeyLong:
    "Ein Schlüssel, den dein Gerät verwahrt. Statt ein Passwort einzutippen, bestätigst du mit Finger, Gesicht oder PIN. " +
    "Er gilt nur für dieses Blog, niemand kann ihn abschreiben oder erraten, und das Blog erfährt nichts über Finger oder Gesicht.",
  make: "Passkey anlegen",
  unable: "Dieser Browser kann keine Passkeys. Ein neuerer kann es.",
  invalid: "Dieser Link gilt nicht mehr",
  invalidLong:
    "Er wurde schon benutzt, ist abgelaufen oder nicht ganz hier angekommen. Geändert hat sich nichts.",
  invalidOwner: "Wer das Blog betreibt, macht mit „npm run owner“ einen neuen; er gilt 15 Minuten.",
  invalidInvited: "Wer eingeladen wurde, bittet um eine neue Einladung; sie gilt sieben Tage.",
  toLogin: "Zur Anmeldung",
  device: (system: string, browser: string) => `${browser} auf ${system}`,
  thisDevice: "Dieses Gerät",
};

export type DoorWords = typeof de;
