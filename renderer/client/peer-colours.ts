import type { Awareness } from 'y-protocols/awareness';

/** Colours of people, each dark enough for white letters and unlike the others. */
const COLOURS = [
  '#b3261e',
  '#00639b',
  '#6a4fa3',
  '#7a5900',
  '#006d3b',
  '#9c3f7a',
  '#a04500',
  '#006a6a',
  '#3f51b5',
  '#5b4636',
] as const;

/** A colour to begin with, before it is known who else is here. */
export function colourFor(client: number): string {
  return COLOURS[client % COLOURS.length] ?? COLOURS[0];
}

/**
 * The colour that a window goes on with: its own, unless somebody with a lower id has the same, then the first that
 * nobody has. Of two that meet only one gives way, so that all come to rest; where no colour is free, it stays.
 */
export function settledColour(awareness: Awareness, own: string): string {
  const taken = new Set<string>();
  let mustYield = false;
  for (const [client, state] of awareness.getStates()) {
    if (client === awareness.clientID) continue;
    const colour = colourIn(state);
    if (colour === null) continue;
    taken.add(colour);
    if (colour === own && client < awareness.clientID) mustYield = true;
  }
  return mustYield ? (COLOURS.find((colour) => !taken.has(colour)) ?? own) : own;
}

function colourIn(state: Readonly<Record<string, unknown>>): string | null {
  const user = state['user'];
  if (typeof user !== 'object' || user === null || !('color' in user)) return null;
  return typeof user.color === 'string' ? user.color : null;
}
