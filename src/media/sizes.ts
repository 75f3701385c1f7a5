import { SIZES } from "./limits.ts";

/** Widths in pixels that a picture gets beside its own; what moves keeps only its own. */
export const widthsFor = ({ width, animated }: { width: number; animated: boolean }): number[] =>
  animated ? [] : SIZES.filter((size) => size < width);
