import { compareDocuments } from '../../../shared/diff/compare-documents.ts';
import type { LeitbildDocument } from '../../../shared/schema/document.ts';
import { plainText } from '../../../shared/schema/walk.ts';

/** What taking a text over would do to the one that is there. */
export interface PresentChanges {
  /** Whether there is anything that could be replaced. */
  readonly hasText: boolean;
  readonly isSame: boolean;
  /** Goals by what becomes of them. */
  readonly goals: Readonly<Record<'kept' | 'reworded' | 'moved' | 'new' | 'dropped', number>>;
  /** Other parts and paragraphs that change, come or go. */
  readonly other: number;
}

/** Compares the text that is there with the planned one; nodes that were recognised have their ids already. */
export function presentChanges(present: LeitbildDocument, planned: LeitbildDocument): PresentChanges {
  const goals = { kept: 0, reworded: 0, moved: 0, new: 0, dropped: 0 };
  let other = 0;
  for (const change of compareDocuments(present, planned).changes) {
    if (change.type !== 'goal') {
      if (change.status !== 'kept') other += 1;
    } else if (change.status === 'kept') goals.kept += 1;
    else if (change.status === 'new') goals.new += 1;
    else if (change.status === 'dropped') goals.dropped += 1;
    else if (change.reworded) goals.reworded += 1;
    else if (change.moved) goals.moved += 1;
    else other += 1;
  }
  const { kept, ...changed } = goals;
  return {
    hasText: kept + goals.dropped + goals.reworded > 0 || plainText([present]).trim() !== '',
    isSame: other === 0 && Object.values(changed).every((count) => count === 0),
    goals,
    other,
  };
}
