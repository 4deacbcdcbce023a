import { describe, expect, it } from 'vitest';
import { nodeId } from '../../../shared/ids/ids.ts';
import type { LeitbildDocument } from '../../../shared/schema/document.ts';
import type { Profile } from '../../../shared/schema/profile.ts';
import { countDocument } from '../../../shared/text/counts.ts';
import { formatCounter, numberDocument } from '../../../shared/text/numbering.ts';
import { createNodeMakers, text } from '../../support/node-makers.ts';
import { shippedProfile } from '../../support/standard-profile.ts';

/** Two fields in chapter 2; in the first, labelled groups of one kind, subpoints in two depths, two footnotes. */
function twoFields(): LeitbildDocument {
  const { as, heading, p, note, sub, goal, group } = createNodeMakers();
  return {
    type: 'leitbild',
    content: [
      { type: 'preface', attrs: as('vor'), content: [heading('Vorab')] },
      { type: 'chapter', attrs: as('k1'), content: [heading('Eins'), p([text('x'), note([text('n')])])] },
      {
        type: 'chapter',
        attrs: as('k2'),
        content: [
          heading('Zwei'),
          {
            type: 'actionField',
            attrs: as('f1'),
            content: [
              heading('Feld'),
              group('leitziel', '', goal('l1', 'Ziel')),
              group(
                'teilziel',
                'Arbeit',
                goal('t1', 'Ziel', sub('erst', sub('tiefer'), sub('tiefer')), sub('zweit')),
                goal('t2', [text('Ziel'), note([text('n')])]),
              ),
              group('teilziel', 'Wirtschaft', goal('t3', 'Ziel')),
            ],
          },
          {
            type: 'actionField',
            attrs: as('f2'),
            content: [heading('Feld'), group('teilziel', '', goal('t4', 'Ziel'))],
          },
        ],
      },
    ],
  };
}

const numbersOf = (profile: Profile) => {
  const numbers = numberDocument(twoFields(), profile);
  return (id: string) => numbers.get(nodeId(id));
};

describe('numberDocument', () => {
  it('NUM1: counts chapters through, and what stands in them under their number', () => {
    const number = numbersOf(shippedProfile());
    expect([number('k1')?.full, number('k2')?.full, number('f1')?.full, number('f2')?.full]).toEqual([
      '1',
      '2',
      '2.1',
      '2.2',
    ]);
  });

  it('NUM2: leaves forewords and prefaces unnumbered', () => {
    expect(numbersOf(shippedProfile())('vor')).toBeUndefined();
  });

  it('NUM3: counts goals by kind within their field, through labelled groups', () => {
    const number = numbersOf(shippedProfile());
    expect(number('l1')).toEqual({ full: '2.1.L1', short: 'L1' });
    expect(number('t3')).toEqual({ full: '2.1.T3', short: 'T3' });
    expect(number('t4')).toEqual({ full: '2.2.T1', short: 'T1' });
  });

  it('NUM4: begins again in each group where the profile says so', () => {
    const standard = shippedProfile();
    const goalKinds = standard.goalKinds.map((kind) => ({ ...kind, restart: 'group' as const }));
    expect(numbersOf({ ...standard, goalKinds })('t3')?.full).toBe('2.1.T1');
  });

  it('NUM5: numbers subpoints by their depth', () => {
    const numbers = [...numberDocument(twoFields(), shippedProfile()).values()].map(({ full }) => full);
    expect(numbers).toEqual(expect.arrayContaining(['2.1.T1.a', '2.1.T1.a.i', '2.1.T1.a.ii', '2.1.T1.b']));
  });

  it('NUM6: counts footnotes through the document, or anew in each chapter', () => {
    const standard = shippedProfile();
    const notes = (profile: Profile): string[] => {
      const document = twoFields();
      const numbers = numberDocument(document, profile);
      return [...numbers]
        .filter(([id]) => !/^[klft]\d/.test(id))
        .flatMap(([, { full }]) => (/^\d+$/.test(full) ? [full] : []));
    };
    expect(notes(standard)).toEqual(['1', '2']);
    const footnote = { style: 'decimal' as const, restart: 'chapter' as const };
    expect(notes({ ...standard, numbering: { ...standard.numbering, footnote } })).toEqual(['1', '1']);
  });

  it('NUM7: a style of none leaves nodes unnumbered, and out of the numbers below', () => {
    const standard = shippedProfile();
    const numbering = {
      ...standard.numbering,
      chapter: { ...standard.numbering.chapter, style: 'none' as const },
    };
    const number = numbersOf({ ...standard, numbering });
    expect(number('k2')).toBeUndefined();
    expect(number('f2')?.full).toBe('2');
  });

  it('NUM8: writes counters in letters and Roman numerals', () => {
    expect([1, 26, 27, 52, 53, 703].map((n) => formatCounter(n, 'lower-alpha'))).toEqual([
      'a',
      'z',
      'aa',
      'az',
      'ba',
      'aaa',
    ]);
    expect([1, 4, 9, 14, 40, 1999].map((n) => formatCounter(n, 'upper-roman'))).toEqual([
      'I',
      'IV',
      'IX',
      'XIV',
      'XL',
      'MCMXCIX',
    ]);
  });
});

describe('countDocument', () => {
  it('counts goals under the plural of their kind', () => {
    expect(countDocument(twoFields(), shippedProfile())).toEqual({
      forewords: 0,
      chapters: 2,
      actionFields: 2,
      leitziele: 1,
      teilziele: 4,
      subpoints: 4,
      footnotes: 2,
    });
  });
});
