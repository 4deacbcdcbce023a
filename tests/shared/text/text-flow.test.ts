import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nodeId } from '../../../shared/ids/ids.ts';
import { leitbildSchema } from '../../../shared/schema/leitbild-schema.ts';
import { textFlowOf } from '../../../shared/text/text-flow.ts';
import { arbitraryDocument } from '../../support/arbitrary-document.ts';

describe('text flow', () => {
  it('ANC8: every offset leads to the character it stands for and back', () => {
    fc.assert(
      fc.property(arbitraryDocument(), (json) => {
        const doc = leitbildSchema.nodeFromJSON(json);
        const flow = textFlowOf(doc);
        for (let offset = 0; offset < flow.text.length; offset += 3) {
          if (flow.text[offset] === '\0') continue;
          const { from, to } = flow.positionsOf(offset, offset + 1);
          expect(to).toBe(from + 1);
          const there = doc.textBetween(from, to, '', (leaf) => (leaf.type.name === 'hardBreak' ? ' ' : ''));
          expect(there).toBe(flow.text[offset]);
          expect(flow.offsetsOf(from, to)).toEqual({ start: offset, end: offset + 1 });
        }
      }),
      { seed: 7, numRuns: 60 },
    );
  });

  it('ANC8: keeps footnotes apart from the text around their marks', () => {
    const paragraph = leitbildSchema.nodeFromJSON({
      type: 'leitbild',
      content: [
        {
          type: 'chapter',
          attrs: { id: 'k1', origins: [] },
          content: [
            { type: 'heading', content: [{ type: 'text', text: 'Titel' }] },
            {
              type: 'paragraph',
              attrs: { id: 'a1', origins: [] },
              content: [
                { type: 'text', text: 'vor' },
                {
                  type: 'footnote',
                  attrs: { id: 'f1', origins: [] },
                  content: [{ type: 'text', text: 'Note' }],
                },
                { type: 'reference', attrs: { target: 'k1', form: 'number' } },
                { type: 'hardBreak' },
                { type: 'text', text: 'nach\u0007' },
              ],
            },
          ],
        },
      ],
    });
    const flow = textFlowOf(paragraph);
    expect(flow.text).toBe('Titelvor nach\ufffd\0Note');
    const words = (id: string) => {
      const span = flow.spans.get(nodeId(id));
      return span && flow.text.slice(span.start, span.end);
    };
    expect([words('k1'), words('a1'), words('f1')]).toEqual([
      'Titelvor nach\ufffd',
      'vor nach\ufffd',
      'Note',
    ]);
    expect(flow.holderOf(5, 8)?.id).toBe('a1');
    expect(flow.holderOf(15, 19)?.id).toBe('f1');
    expect(() => flow.positionsOf(3, 3)).toThrow(RangeError);
  });
});
