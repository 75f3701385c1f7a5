import { de } from "../../i18n/admin/de/health.ts";
import { en } from "../../i18n/admin/en/health.ts";

export const WORDS = { de, en };
