import type { DoorWords } from "../de/door.ts";

export const en: DoorWords = {
  welcome: "Welcome back",
  account: "Account",
  accountHint: "Go into this field, and the browser shows the passkeys that it knows.",
  withPasskey: "Log in with a passkey",
  noPasskey: "No passkey yet, or the device is lost?",
  noPasskeyLong:
    "Whoever owns the blog can make a link with “npm run owner”. Everybody else asks to be invited anew.",
  join: "Come in",
  joinOwner: "This link opens the blog to whoever runs it.",
  joinInvited: (role) => `This is an invitation to write here (role: ${role}).`,
  roles: { owner: "owner", editor: "editor", author: "author" },
  who: "Who are you?",
  somebodyNew: "Somebody new",
  name: "Name",
  nameHint: "As it stands below posts.",
  as: (name) => `You come in as ${name}.`,
  passkey: "What shall the passkey be called?",
  passkeyHint: "So that you can tell it from others later.",
  whatIsPasskey: "What is a passkey?",
  whatIsPasskeyLong:
    "A key that your device keeps. Instead of typing a password, you confirm with a finger, your face or a PIN. " +
    "It is good for this blog alone, nobody can copy or guess it, and the blog learns nothing of finger or face.",
  make: "Make a passkey",
  unable: "This browser knows no passkeys. A newer one does.",
  invalid: "This link is no longer valid",
  invalidLong: "It was used, has ended, or did not arrive whole. Nothing was changed.",
  invalidOwner:
    "Whoever runs the blog makes a new one with “npm run owner”; it is valid for 15 minutes.",
  invalidInvited: "If you were invited, ask for another invitation; it is valid for seven days.",
  toLogin: "To the log-in",
  device: (system, browser) => `${browser} on ${system}`,
  thisDevice: "This device",
};
