import { describe, expect, it } from 'vitest';
import { brandColours } from '../../../../electron/host/export/brand.ts';

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

describe.each(['light', 'dark'] as const)('in the %s palette', (scheme) => {
  const colours = brandColours[scheme];

  it.each([
    ['ink', 'paper'],
    ['ink', 'panel'],
    ['ink', 'watermark'],
    ['quiet', 'paper'],
    ['quiet', 'panel'],
    ['quiet', 'watermark'],
    ['accent', 'paper'],
    ['accent', 'panel'],
    ['accent', 'watermark'],
    ['onAccent', 'accent'],
    ['onCover', 'cover'],
    ['draft', 'paper'],
    ['draft', 'panel'],
    ['draft', 'watermark'],
    ['onNotice', 'notice'],
  ] as const)('PDF12: %s on %s has the contrast of WCAG AA', (text, ground) => {
    expect(contrast(colours[text], colours[ground])).toBeGreaterThanOrEqual(4.5);
  });

  it('gives every role a colour', () => {
    expect(Object.keys(colours)).toEqual(Object.keys(brandColours.light));
    for (const colour of Object.values(colours)) expect(colour).toMatch(/^#[0-9a-f]{6}$/);
  });
});
