import { de } from "../../i18n/admin/de/figures.ts";
import { en } from "../../i18n/admin/en/figures.ts";

export const WORDS = { de, en };
