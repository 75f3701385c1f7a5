import type { BarWords } from "./de.ts";

export const words: BarWords = {
  bar: "For you as an author",
  edit: "Edit",
  waiting: (count) => `${count} waiting`,
  desk: "Desk",
};
