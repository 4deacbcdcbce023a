import { anchorResolver, type Resolution } from '../contributions/resolve-anchor.ts';
import type { Statement } from '../contributions/contribution.ts';
import type { ReadText } from '../decisions/read-text.ts';
import type { WordEdit } from '../decisions/word-edits.ts';
import { proposalReader, wordingEdits, type BaseOf, type ProposedEdits } from './proposed-edits.ts';

/** What was found out about statements in a text. Statements never change, so it holds for as long as the text does. */
export interface WeighingMemory {
  /** Where a statement points in the text. */
  resolve(today: ReadText, statement: Statement): Resolution;
  /** What it would change there; `null` where it has no wording. */
  proposed(today: ReadText, statement: Statement, baseOf: BaseOf): ProposedEdits | null;
}

/** What is known about one text. */
interface KnownText {
  readonly today: ReadText;
  readonly resolve: ReturnType<typeof anchorResolver>;
  readonly read: ReturnType<typeof proposalReader>;
  readonly resolutions: WeakMap<Statement, Resolution>;
  readonly proposals: WeakMap<
    Statement,
    { readonly edits: ProposedEdits | null; readonly by: BaseOf | null }
  >;
}

/**
 * Makes a memory of one text, the last that was asked about: who derives rows again and again looks up only what is new.
 * Which words of a wording are others than those that it is for is kept beyond that, while these stay the same.
 */
export function createWeighingMemory(): WeighingMemory {
  const edits = new WeakMap<
    Statement,
    { readonly read: string; readonly wording: string; readonly edits: readonly WordEdit[] }
  >();
  const editsOf = (statement: Statement, read: string, wording: string): readonly WordEdit[] => {
    const known = edits.get(statement);
    if (known?.read === read && known.wording === wording) return known.edits;
    const made = wordingEdits(read, wording);
    edits.set(statement, { read, wording, edits: made });
    return made;
  };
  let last: KnownText | null = null;
  const about = (today: ReadText): KnownText => {
    if (last?.today !== today) {
      last = {
        today,
        resolve: anchorResolver(today.flow),
        read: proposalReader(today, editsOf),
        resolutions: new WeakMap(),
        proposals: new WeakMap(),
      };
    }
    return last;
  };
  const resolve: WeighingMemory['resolve'] = (today, statement) => {
    const text = about(today);
    const known = text.resolutions.get(statement);
    if (known !== undefined) return known;
    const resolution = text.resolve(statement.anchor);
    text.resolutions.set(statement, resolution);
    return resolution;
  };
  return {
    resolve,
    proposed(today, statement, baseOf) {
      const { proposals, read } = about(today);
      const known = proposals.get(statement);
      if (known !== undefined && (known.by === null || known.by === baseOf)) return known.edits;
      let by: BaseOf | null = null;
      const asked: BaseOf = (round) => {
        by = baseOf;
        return baseOf(round);
      };
      const made = read({ statement, resolution: resolve(today, statement) }, asked);
      proposals.set(statement, { edits: made, by });
      return made;
    },
  };
}
