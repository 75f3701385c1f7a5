import type { ComponentType } from "preact";
import type { Capability } from "../admin-api/roles.ts";
import type { ShellWords } from "../i18n/admin/de/shell.ts";

/** What a page of the application gets: the names in its path, as the address has them. */
export interface PageProps {
  readonly params: Readonly<Record<string, string>>;
}

export type Page = ComponentType<PageProps>;

/** An address of the application. */
export interface Place {
  /** "/admin/posts/:id/" */
  readonly path: string;
  /** What somebody must be able to do there; null: whoever is logged in. */
  readonly can: Capability | null;
  /** Its page, in a file of its own that is loaded when somebody goes there. */
  readonly load: () => Promise<Page>;
  /** Its entry in the navigation; without, it has none. */
  readonly entry?: keyof ShellWords["entries"];
  /** The letter after `g` that goes there. */
  readonly letter?: string;
}
