import * as v from "valibot";
import * as login from "../login.ts";
import * as me from "../me.ts";
import * as people from "../people.ts";
import type { Contract } from "./entry.ts";

/** Options as browsers take them: WebAuthn Level 3, sections 5.1.10 and 5.1.11. */
const options = v.strictObject({ options: v.looseObject({ challenge: v.string() }) });
const passkeys = v.array(me.passkey);

/** Who comes in, and who writes here. */
export const peopleContract: Contract = {
  "POST /api/login/options": {
    about: "A challenge for any passkey of this blog",
    takes: login.nothing,
    gives: options,
  },
  "POST /api/login": {
    about: "A session, for whoever shows a passkey",
    takes: login.login,
    gives: login.me,
  },
  "POST /api/join/look": {
    about: "Whom a link lets in",
    takes: login.joinLook,
    gives: login.joinOffer,
  },
  "POST /api/join/options": {
    about: "A challenge for a new passkey, for whoever has the link",
    takes: login.joinOptions,
    gives: options,
  },
  "POST /api/join": {
    about: "A passkey and a session, once for each link",
    takes: login.join,
    gives: login.me,
  },
  "POST /api/logout": { about: "Ends the session" },
  "GET /api/me": { about: "Who asks, what they may do, and what waits for them", gives: login.me },
  "PUT /api/me": { about: "What readers see of whoever asks", takes: me.profile, gives: login.me },
  "GET /api/me/profile": {
    about: "What readers see of whoever asks, and the mail address",
    gives: me.profile,
  },
  "GET /api/me/passkeys": { about: "One's passkeys", gives: passkeys },
  "POST /api/me/passkeys": { about: "One more passkey", takes: me.newPasskey, gives: passkeys },
  "POST /api/me/passkeys/options": {
    about: "A challenge for one more passkey",
    takes: login.nothing,
    gives: options,
  },
  "PUT /api/me/passkeys/:passkey": {
    about: "Another name for a passkey",
    takes: me.passkeyChange,
    gives: passkeys,
  },
  "DELETE /api/me/passkeys/:passkey": {
    about: "Removes a passkey with its sessions; the last one stays",
    gives: passkeys,
  },
  "GET /api/me/sessions": { about: "Where one is logged in", gives: v.array(me.session) },
  "DELETE /api/me/sessions/:session": { about: "Ends one of one's sessions" },
  "GET /api/me/tokens": { about: "Tokens that act for one", gives: v.array(me.token) },
  "POST /api/me/tokens": {
    about: "A token, which is in this answer alone",
    takes: me.newToken,
    gives: v.strictObject({ token: v.string() }),
  },
  "DELETE /api/me/tokens/:token": { about: "Ends a token by its name" },
  "GET /api/people": {
    about: "Who may write, invitations, and what was done to either",
    gives: people.people,
  },
  "POST /api/people/invitations": {
    about: "A link that lets somebody in, which is in this answer alone",
    takes: people.newInvitation,
    gives: v.strictObject({ link: v.string(), expiresAt: v.string() }),
  },
  "DELETE /api/people/invitations/:invitation": { about: "Takes an invitation back" },
  "PUT /api/people/:person": {
    about: "Who somebody is and what they may do",
    takes: people.person,
    gives: people.people,
  },
  "DELETE /api/people/:person/access": {
    about: "Takes away all that somebody logs in with",
    gives: people.people,
  },
};
