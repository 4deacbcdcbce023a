import type { Place } from '../../../shared/weighing/places.ts';

/** A place as one line: its number and its heading or first words. */
export function placeName({ number, title }: Pick<Place, 'number' | 'title'>): string {
  return number === '' ? title : `${number} ${title}`;
}
