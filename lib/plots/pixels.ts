/** From paper to ink, in signs of equal width that every fixed-width font has. */
const shades = ["\u00a0", "░", "▒", "▓", "█"];

/** Ink of a pixel of `loadDigits`. */
const darkest = 16;

/**
 * Images of 8×8 pixels beside one another as lines of text, to be shown in a fixed-width font. Two
 * signs make a pixel, which is then about as wide as high.
 */
export function imagesAsText(images: readonly ArrayLike<number>[]): string[] {
  const side = 8;
  const sign = (ink: number) =>
    shades[Math.min(shades.length - 1, Math.round((ink / darkest) * (shades.length - 1)))].repeat(
      2,
    );
  const gap = "\u00a0".repeat(3);
  return Array.from({ length: side }, (_, i) =>
    images
      .map((image) => Array.from({ length: side }, (_, j) => sign(image[i * side + j])).join(""))
      .join(gap),
  );
}
