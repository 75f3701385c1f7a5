import type { D1Database, D1PreparedStatement } from "@cloudflare/workers-types";
import type { UtcTime } from "../../../src/model.ts";

/** The blog's signing key, base64url; null as long as nothing was signed. */
export const findSigningKey = (db: D1Database): Promise<string | null> =>
  db.prepare("SELECT secret FROM signing_keys").bind().first<string>("secret");

/** Of two that come at once one wins. */
export const insertSigningKey = (
  db: D1Database,
  secret: string,
  now: UtcTime,
): D1PreparedStatement =>
  db
    .prepare(
      "INSERT INTO signing_keys (id, secret, created_at) VALUES (1, ?1, ?2) ON CONFLICT DO NOTHING",
    )
    .bind(secret, now);
