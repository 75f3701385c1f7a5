import * as v from "valibot";
import * as media from "../media.ts";
import { type Contract, PAGED } from "./entry.ts";

const query = {
  ...{ name: "What it is called", alt: "What it shows", seconds: "How long it sounds" },
  of: "Key of the picture that this is a smaller size of",
};

/** Files. */
export const mediaContract: Contract = {
  "PUT /api/media/:hash": {
    about: "Stores a file under the SHA-256 of its bytes",
    query,
    bytes: true,
    gives: media.media,
  },
  "GET /api/media": {
    about: "The library, newest first",
    query: { q: "Words", type: "image, audio or other", ...PAGED },
    gives: media.mediaList,
  },
  "GET /api/media/:key": { about: "One file", gives: media.media },
  "DELETE /api/media/:key": { about: "Deletes a file that nothing uses" },
  "PUT /api/media/:key/about": {
    about: "What a file is called, and what it shows",
    takes: media.mediaAbout,
    gives: media.media,
  },
  "GET /api/media/:key/uses": { about: "Posts that name a file", gives: v.array(media.mediaUse) },
  "POST /api/uploads": {
    about: "Begins, or finds again, a file that comes in parts",
    takes: media.newUpload,
    gives: media.upload,
  },
  "GET /api/uploads/:upload": { about: "Which parts are there", gives: media.upload },
  "DELETE /api/uploads/:upload": { about: "Gives an upload up" },
  "PUT /api/uploads/:upload/:part": { about: "One part", bytes: true, gives: v.looseObject({}) },
  "POST /api/uploads/:upload/done": {
    about: "Makes one file of all parts",
    takes: media.uploadDone,
    gives: media.media,
  },
};
