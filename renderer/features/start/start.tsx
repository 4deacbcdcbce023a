import type { Place } from '../../client/place.ts';

/** The start screen. */
export function Start({ place }: { readonly place: Extract<Place, { kind: 'desk' }> }) {
  return <main>{place.base}</main>;
}
