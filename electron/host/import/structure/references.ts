import type { NodeId } from '../../../../shared/ids/ids.ts';
import type { ReferenceForm } from '../../../../shared/schema/document.ts';
import { normalizeTitle } from '../text/line-shapes.ts';
import type { ProfileWords } from '../text/profile-words.ts';
import type { SourceWord } from '../source-document.ts';
import type { Part } from './parts.ts';

/** A cross-reference found in running words: what stands before and behind it in its first and last word stays text. */
export interface FoundReference {
  readonly target: NodeId;
  readonly form: ReferenceForm;
  /** First word of it, and how many there are. */
  readonly from: number;
  readonly count: number;
  readonly prefix: string;
  readonly suffix: string;
}

export interface ReferenceFinder {
  /** References in a block, in order, without overlap. */
  find(words: readonly SourceWord[]): readonly FoundReference[];
}

/** Finds "Kapitel 6.3" and "Handlungsfeld „Arbeit“" by the printed numbers and titles of the parts. */
export function createReferenceFinder(parts: readonly Part[], words: ProfileWords): ReferenceFinder {
  const byNumber = new Map<string, NodeId>();
  const byTitle = new Map<string, { id: NodeId; words: readonly string[] }>();
  const visit = (part: Part): void => {
    const title = part.heading?.words.map((word) => word.text) ?? [];
    const number = part.heading?.number?.text;
    if (number !== undefined && !byNumber.has(number)) byNumber.set(number, part.id);
    const plain = part.heading?.words.every((word) => word.footnoteMark === undefined) ?? false;
    if (plain && !byTitle.has(title.join(' '))) byTitle.set(title.join(' '), { id: part.id, words: title });
    for (const item of part.items) if (item.type === 'part') visit(item);
  };
  parts.forEach(visit);

  return {
    find(block) {
      const found: FoundReference[] = [];
      let from = 0;
      while (from < block.length) {
        const reference = words.isPartLabel(block[from]?.text ?? '')
          ? (numberAt(block, from + 1) ?? titleAt(block, from + 1))
          : undefined;
        if (reference) found.push(reference);
        from = reference ? reference.from + reference.count : from + 1;
      }
      return found;
    },
  };

  function numberAt(block: readonly SourceWord[], at: number): FoundReference | undefined {
    const word = block[at];
    const match = /^(\d{1,2}(?:\.\d{1,2})*)([).,;:!?“”"]*)$/u.exec(word?.text ?? '');
    const target = byNumber.get(match?.[1] ?? '');
    if (target === undefined || word?.spaceBefore !== true || word.reference !== undefined) return undefined;
    return { target, form: 'number', from: at, count: 1, prefix: '', suffix: match?.[2] ?? '' };
  }

  /** The title must stand in quotes, word by word as the heading has it. */
  function titleAt(block: readonly SourceWord[], at: number): FoundReference | undefined {
    if (!/^[„“"»]/u.test(block[at]?.text ?? '')) return undefined;
    for (let count = 1; count <= 24 && at + count <= block.length; count += 1) {
      const last = block[at + count - 1];
      const closing = /^(.*?)([“”"«][^\p{L}\p{N}]*)$/u.exec((last?.text ?? '').slice(count === 1 ? 1 : 0));
      if (closing === null) {
        if (last?.footnoteMark !== undefined) return undefined;
        continue;
      }
      const texts = block.slice(at, at + count).map((word) => word.text);
      texts[0] = (texts[0] ?? '').slice(1);
      texts[count - 1] = closing[1] ?? '';
      const title = byTitle.get(texts.join(' '));
      if (title === undefined || normalizeTitle(texts.join(' ')) === '') return undefined;
      const prefix = (block[at]?.text ?? '').slice(0, 1);
      return { target: title.id, form: 'title', from: at, count, prefix, suffix: closing[2] ?? '' };
    }
    return undefined;
  }
}
