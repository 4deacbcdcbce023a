import { createContext, useContext } from 'react';
import type { ApiClient } from '../../../shared/api/client.ts';
import { decidedBy, type DecidedContributions } from '../../../shared/decisions/decisions-room.ts';
import { readText, type ReadText } from '../../../shared/decisions/read-text.ts';
import { createWeighingMemory } from '../../../shared/weighing/weighing-memory.ts';
import { placesOf, type Places } from '../../../shared/weighing/places.ts';
import {
  weighingRows,
  type WeighingRow,
  type WeighingSources,
} from '../../../shared/weighing/weighing-rows.ts';
import type { NumberedText } from '../../client/live-text.ts';
import { createRoundBases, type RoundBases } from './round-bases.ts';

/** What is derived from rooms and text. */
export interface DerivedRows {
  readonly rows: readonly WeighingRow[];
  readonly byId: ReadonlyMap<string, WeighingRow>;
  readonly decided: DecidedContributions;
  readonly today: ReadText;
  readonly places: Places;
}

type Sources = Omit<WeighingSources, 'today' | 'places'> & { readonly text: NumberedText };

/** What the parts of a window that weigh derive together, so that it is done once. */
export interface WeighingSource {
  readonly bases: RoundBases;
  /** The same value as last time where all that it is derived from is the same. */
  derive(sources: Sources): DerivedRows;
}

export function createWeighingSource(api: ApiClient): WeighingSource {
  const memory = createWeighingMemory();
  const read = lastOf(({ document, numbering }: NumberedText) => ({
    today: readText(document),
    places: placesOf(document, numbering),
  }));
  let last: { readonly sources: Sources; readonly derived: DerivedRows } | null = null;
  return {
    bases: createRoundBases(api),
    derive(sources) {
      if (last !== null && isSame(last.sources, sources)) return last.derived;
      const { text, ...others } = sources;
      const now = read(text);
      const rows = weighingRows({ ...others, ...now }, memory);
      const byId = new Map(rows.map((row) => [row.id, row]));
      const derived = { rows, byId, decided: decidedBy(sources.decisions), ...now };
      last = { sources, derived };
      return derived;
    },
  };
}

function isSame(one: Sources, other: Sources): boolean {
  const names = ['voices', 'decisions', 'institutions', 'rounds', 'baseOf', 'text'] as const;
  return names.every((name) => one[name] === other[name]);
}

/** The same answer as last time to the same question. */
function lastOf<A, T>(answer: (about: A) => T): (about: A) => T {
  let last: { readonly about: A; readonly answer: T } | null = null;
  return (about) => {
    if (last?.about !== about) last = { about, answer: answer(about) };
    return last.answer;
  };
}

const SourceContext = createContext<WeighingSource | null>(null);

/** Gives one source to all parts of a window that weigh. */
export const WeighingSourceProvider = SourceContext.Provider;

/** The source of this window. Throws outside of the frame. */
export function useWeighingSource(): WeighingSource {
  const source = useContext(SourceContext);
  if (source === null) throw new Error('what weighs stands outside of the frame');
  return source;
}
