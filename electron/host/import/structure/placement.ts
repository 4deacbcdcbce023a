import type { NodeId } from '../../../../shared/ids/ids.ts';
import type { Fate, LedgerEntry } from '../import-result.ts';
import type { SourceDocument, SourceToken, SourceWord } from '../source-document.ts';

/** Writes down what becomes of each token while a document is built. A token's first fate stands. */
export interface Placement {
  placeWord(word: SourceWord, node: NodeId): void;
  setFate(token: SourceToken | undefined, fate: Fate): void;
  /** One entry per token, in source order; what nobody placed is `unplaced`. */
  ledger(): readonly LedgerEntry[];
}

export function createPlacement(source: SourceDocument): Placement {
  const fates = new Map<SourceToken, Fate>();
  const setFate: Placement['setFate'] = (token, fate) => {
    if (token !== undefined && !fates.has(token)) fates.set(token, fate);
  };
  for (const { token, as } of source.furniture) setFate(token, { type: 'furniture', as });
  return {
    setFate,
    placeWord(word, node) {
      const fate: Fate = { type: 'placed', node, joined: word.tokens.length > 1 };
      for (const token of word.tokens) setFate(token, fate);
    },
    ledger: () => source.tokens.map((token) => ({ token, fate: fates.get(token) ?? { type: 'unplaced' } })),
  };
}
