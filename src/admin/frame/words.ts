import { de } from "../../i18n/admin/de/frame.ts";
import { en } from "../../i18n/admin/en/frame.ts";

export const WORDS = { de, en };
