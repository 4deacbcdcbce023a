import { expect, it } from 'vitest';
import colours from '../../../../../resources/typst/colours.json' with { type: 'json' };

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((from) => {
    const channel = Number.parseInt(colour.slice(from, from + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

it.each([
  ['ink', 'paper'],
  ['ink', 'panel'],
  ['ink', 'watermark'],
  ['quiet', 'paper'],
  ['quiet', 'watermark'],
  ['accent', 'paper'],
  ['accent', 'panel'],
  ['accent', 'watermark'],
  ['paper', 'accent'],
  ['draft', 'paper'],
  ['draft', 'watermark'],
] as const)('PDF12: %s on %s has the contrast of WCAG AA', (text, ground) => {
  expect(contrast(colours[text], colours[ground])).toBeGreaterThanOrEqual(4.5);
});
