/** Colours of one person in the text. */
export interface CaretColours {
  readonly background: string;
  readonly foreground: string;
  readonly selection: string;
}

const FALLBACK = '#0b5567';
/** WCAG 2.2 AA for text of normal size. */
const LEAST_CONTRAST = 4.5;

/** Black or white letters on a person's colour, whichever is read better; a colour too pale or odd is darkened. */
export function caretColours(wanted: string): CaretColours {
  const colour = /^#[0-9a-f]{6}$/i.test(wanted) ? wanted : FALLBACK;
  let channels = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  // Darkened until white reads well on it, so that a caret is also seen on white paper.
  while (contrast(channels, [255, 255, 255]) < LEAST_CONTRAST) {
    channels = channels.map((channel) => Math.floor(channel * 0.92));
  }
  const background = `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
  return { background, foreground: '#ffffff', selection: `${background}38` };
}

function contrast(one: readonly number[], other: readonly number[]): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

/** Relative luminance as WCAG defines it. */
function luminance(channels: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = channels.map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
