import type { Marker } from './line-shapes.ts';

/** The lists that are open at a line, from the outermost; markers of one family stand on one level. */
export interface OpenLists {
  has(family: string): boolean;
  /**
   * Takes a marker in and gives the depth of its item, from 1; `undefined` where it is none. A sign that can mean
   * something else is a bullet only in an open list of its family or where a line begins anew; a number only where
   * it is the next.
   */
  enter(marker: Marker, beginsAnew: boolean): number | undefined;
  end(): void;
}

/** Begins outside of all lists. */
export function createOpenLists(): OpenLists {
  let levels: readonly { readonly family: string; readonly ordinal: number }[] = [];
  return {
    has: (family) => levels.some((level) => level.family === family),
    enter({ family, ordinal, ordered, sure }, beginsAnew) {
      const known = levels.findIndex((level) => level.family === family);
      const isNew = known === -1;
      if (!sure && isNew && !beginsAnew) return undefined;
      if (!sure && ordered && ordinal !== (levels[known]?.ordinal ?? 0) + 1) return undefined;
      levels = [...(isNew ? levels : levels.slice(0, known)), { family, ordinal }];
      return levels.length;
    },
    end() {
      levels = [];
    },
  };
}
