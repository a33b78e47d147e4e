/** How much light each of the 256 steps of a channel gives (sRGB, as WCAG 2.2 has it). */
const light = Float64Array.from({ length: 256 }, (_, step) => {
  const share = step / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
});

/** Relative luminance of a colour, 0 to 1; each channel from 0 to 255. */
export const luminance = (red: number, green: number, blue: number): number =>
  0.2126 * (light[red] ?? 0) + 0.7152 * (light[green] ?? 0) + 0.0722 * (light[blue] ?? 0);

/** Contrast of two luminances, 1 to 21. */
export const contrastOf = (one: number, other: number): number => (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
