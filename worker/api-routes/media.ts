import {
  deleteMedia,
  listMedia,
  listMediaUses,
  putMediaAbout,
  showMediaRow,
} from "../handlers/api/media/library.ts";
import { putMedia } from "../handlers/api/media/put.ts";
import {
  beginUpload,
  finishUpload,
  putPart,
  removeUpload,
  showUpload,
} from "../handlers/api/media/uploads.ts";
import type { Answers, ApiRoute } from "../handlers/api/route.ts";

/** Files of the library. */
const media = (path: string, answers: Answers): ApiRoute => ({
  ...{ path, can: "media", scope: "write", ...answers },
});

/** Files. */
export const mediaRoutes: readonly ApiRoute[] = [
  { path: "/api/media/:hash", can: "media", scope: "publish", PUT: putMedia },
  media("/api/media", { GET: listMedia }),
  media("/api/media/:key", { GET: showMediaRow, DELETE: deleteMedia }),
  media("/api/media/:key/about", { PUT: putMediaAbout }),
  media("/api/media/:key/uses", { GET: listMediaUses }),
  media("/api/uploads", { POST: beginUpload }),
  media("/api/uploads/:upload", { GET: showUpload, DELETE: removeUpload }),
  media("/api/uploads/:upload/done", { POST: finishUpload }),
  media("/api/uploads/:upload/:part", { PUT: putPart }),
];
