import type { InterfaceLang } from "../../model.ts";
import { legalDe } from "./de.ts";
import { legalEn } from "./en.ts";

/** Who answers for a blog; empty where it is not said yet. */
export interface ImprintFacts {
  readonly name: string;
  readonly address: string;
  readonly email: string | null;
  readonly phone: string;
}

/** What of the settings a privacy page speaks of. */
export interface PrivacyFacts {
  readonly mail: "off" | "owner" | "everyone";
  readonly spamDays: number;
  readonly trashDays: number;
  /** Where somebody writes to; null: see the imprint. */
  readonly contact: string | null;
}

export interface LegalWords {
  readonly imprintTitle: string;
  readonly imprintSlug: string;
  readonly privacyTitle: string;
  readonly privacySlug: string;
  /** Markdown. */
  readonly imprint: (facts: ImprintFacts) => string;
  readonly privacy: (facts: PrivacyFacts) => string;
}

export const legalWordsOf = (lang: InterfaceLang): LegalWords =>
  lang === "de" ? legalDe : legalEn;

/** Stands where something is to be filled in. */
export const GAP = "⟨";
