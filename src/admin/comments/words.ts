import { de } from "../../i18n/admin/de/comments.ts";
import { en } from "../../i18n/admin/en/comments.ts";

export const WORDS = { de, en };
