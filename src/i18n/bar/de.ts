/** The German words of the bar that authors see on the public pages. */
export const words = {
  bar: "Für dich als Autor",
  edit: "Bearbeiten",
  waiting: (count: number): string => (count === 1 ? "1 wartet" : `${count} warten`),
  desk: "Schreibtisch",
};

export type BarWords = typeof words;
