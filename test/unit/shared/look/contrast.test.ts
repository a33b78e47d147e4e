import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { luminance as lightOf } from '../../../../src/shared/model/contrast/luminance.ts';
import { papers as seenThrough } from '../../../../src/shared/model/contrast/papers.ts';

const css = readFileSync(new URL('../../../../src/shared/look/tokens.css', import.meta.url), 'utf8');

type Theme = 'light' | 'dark';

/** Relative luminance after WCAG of an OKLCH colour (Björn Ottosson's matrices), clipped to sRGB as a screen does. */
function luminance(lightness: number, chroma: number, hue: number): number {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const clip = (value: number) => Math.min(1, Math.max(0, value));
  const red = clip(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s);
  const green = clip(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s);
  const blue = clip(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function colour(name: string, theme: Theme): number {
  const pair = new RegExp(`--${name}: light-dark\\(oklch\\(([^)]+)\\), oklch\\(([^)]+)\\)\\)`).exec(css);
  const values = pair?.[theme === 'light' ? 1 : 2]?.split(' ').map(Number);
  if (!values) throw new Error(`--${name} is not in tokens.css`);
  const [lightness = 0, chroma = 0, hue = 0] = values;
  return luminance(lightness, chroma, hue);
}

function contrast(one: string, other: string, theme: Theme): number {
  const [dark = 0, light = 0] = [colour(one, theme), colour(other, theme)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const papers = ['paper', 'paper-raised', 'paper-sunken'];
const accents = ['ember', 'pine', 'amber', 'rose'];

describe.each(['light', 'dark'] as const)('in %s', (theme) => {
  it.each(papers)('every text colour is legible on %s', (paper) => {
    for (const text of ['ink', 'ink-soft', 'ink-faint', ...accents, 'ember-strong'])
      expect(contrast(text, paper, theme), text).toBeGreaterThanOrEqual(4.5);
  });

  it.each(accents)('%s carries its own ink, and stands on its own soft ground', (accent) => {
    expect(contrast(`${accent}-ink`, accent, theme)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(accent, `${accent}-soft`, theme)).toBeGreaterThanOrEqual(4.5);
    expect(contrast('ink', `${accent}-soft`, theme)).toBeGreaterThanOrEqual(7);
    expect(contrast('ink-soft', `${accent}-soft`, theme)).toBeGreaterThanOrEqual(4.5);
  });

  it('what shines through pictures is known to who measures them', () => {
    const [red, green, blue] = seenThrough[theme];
    expect(lightOf(red, green, blue)).toBeCloseTo(colour('paper', theme), 2);
  });

  it('edges of controls are visible', () => {
    for (const paper of papers) expect(contrast('line-strong', paper, theme), paper).toBeGreaterThanOrEqual(3);
  });
});
