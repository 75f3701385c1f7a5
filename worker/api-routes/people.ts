import { askJoin, join, lookAtLink } from "../handlers/api/people/join.ts";
import { askLogin, logIn, logOut } from "../handlers/api/people/login.ts";
import { putMe, showMe, showProfile } from "../handlers/api/people/me.ts";
import {
  addToken,
  listOwnSessions,
  listOwnTokens,
  removeSession,
  removeToken,
} from "../handlers/api/people/own.ts";
import {
  addPasskey,
  askPasskey,
  listOwnPasskeys,
  putPasskey,
  removePasskey,
} from "../handlers/api/people/passkeys.ts";
import {
  invite,
  putPerson,
  removeAccess,
  removeInvitation,
  showPeople,
} from "../handlers/api/people/people.ts";
import type { Answers, ApiHandler, ApiRoute } from "../handlers/api/route.ts";

/** Where somebody comes in: anybody may ask, though not often. */
const door = (path: string, POST: ApiHandler): ApiRoute => ({
  ...{ path, can: "anybody", scope: null, POST },
});

/** About whoever asks, who is a person: no token may make another, or end a session. */
const self = (path: string, answers: Answers): ApiRoute => ({
  ...{ path, can: "self", scope: null, ...answers },
});

/** About who may write here. */
const people = (path: string, answers: Answers): ApiRoute => ({
  ...{ path, can: "people", scope: null, ...answers },
});

/** Who may come in, and who writes here. */
export const peopleRoutes: readonly ApiRoute[] = [
  door("/api/login/options", askLogin),
  door("/api/login", logIn),
  door("/api/join/look", lookAtLink),
  door("/api/join/options", askJoin),
  door("/api/join", join),
  self("/api/logout", { POST: logOut }),
  self("/api/me", { GET: showMe, PUT: putMe }),
  self("/api/me/profile", { GET: showProfile }),
  self("/api/me/passkeys", { GET: listOwnPasskeys, POST: addPasskey }),
  self("/api/me/passkeys/options", { POST: askPasskey }),
  self("/api/me/passkeys/:passkey", { PUT: putPasskey, DELETE: removePasskey }),
  self("/api/me/sessions", { GET: listOwnSessions }),
  self("/api/me/sessions/:session", { DELETE: removeSession }),
  self("/api/me/tokens", { creates: "secret", GET: listOwnTokens, POST: addToken }),
  self("/api/me/tokens/:token", { DELETE: removeToken }),
  people("/api/people", { GET: showPeople }),
  people("/api/people/invitations", { creates: "secret", POST: invite }),
  people("/api/people/invitations/:invitation", { DELETE: removeInvitation }),
  people("/api/people/:person", { PUT: putPerson }),
  people("/api/people/:person/access", { DELETE: removeAccess }),
];
