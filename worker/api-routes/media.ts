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
  media("/api/uploads", { POST: beginUpload }),
  media("/api/uploads/:upload", { GET: showUpload, DELETE: removeUpload }),
  media("/api/uploads/:upload/done", { POST: finishUpload }),
  media("/api/uploads/:upload/:part", { PUT: putPart }),
];
