import { describe, expect, it } from 'vitest';
import { applyWordings } from '../../../shared/decisions/apply-wording.ts';
import { applyWording } from '../../support/apply-wording.ts';
import { MOST_STRUCK } from '../../../shared/decisions/decision.ts';
import { findNode } from '../../../shared/decisions/strike-node.ts';
import { nodeWords } from '../../../shared/decisions/text-blocks.ts';
import { createCountingIds, nodeId } from '../../../shared/ids/ids.ts';
import type { LeitbildDocument } from '../../../shared/schema/document.ts';
import { documentWith, nodeOf, onNode, onWords } from '../../support/decisions.ts';
import { createNodeMakers, mark, reference, text } from '../../support/node-makers.ts';

const make = createNodeMakers();
const { goal, group, sub, note } = make;
const footnote = note([text('Studie von 2018')]);
const document = documentWith(
  make,
  group(
    'leitziel',
    'Sprache',
    goal('g1', [
      text('Die Stadt '),
      text('fördert', mark('strong')),
      text(' Kurse'),
      footnote,
      text(' in allen Stadtteilen.'),
    ]),
    goal('g2', 'Kinder lernen Deutsch.', sub('in Kitas'), sub('in Schulen')),
    goal('g3', [text('Siehe '), reference('g1', 'number'), text('und mehr.')]),
  ),
);

function applied(anchor: Parameters<typeof applyWording>[1], wording: string, from = document) {
  const done = applyWording(from, anchor, wording, createCountingIds('new'));
  if (!done.ok) throw new Error(JSON.stringify(done.error));
  return done.value;
}
const failure = (anchor: Parameters<typeof applyWording>[1], wording: string, from = document) => {
  const done = applyWording(from, anchor, wording, createCountingIds('new'));
  return done.ok ? 'applied' : `${done.error.code} ${JSON.stringify(done.error.details)}`;
};
const chapterWords = (from: LeitbildDocument) => nodeWords(nodeOf(from).child(0)).split('\n').slice(2);
const json = (from: LeitbildDocument, id: string): string => {
  let found = '';
  nodeOf(from).descendants((node) => {
    if (node.attrs['id'] === id) found = JSON.stringify(node.toJSON());
  });
  return found;
};

describe('applying a wording', () => {
  it('WRD1: changes the words that differ and nothing else: marks, footnotes, references and ids stay', () => {
    const { document: after, changes } = applied(
      onNode(document, 'g1'),
      'Die Kommune fördert und prüft Kurse in vielen Stadtteilen.',
    );
    expect(after.content?.[0]?.content?.[1]).toMatchObject({
      content: [
        {},
        {
          content: [
            {
              content: [
                { text: 'Die Kommune ' },
                { text: 'fördert', marks: [{ type: 'strong' }] },
                { text: ' und prüft Kurse' },
                footnote,
                { text: ' in vielen Stadtteilen.' },
              ],
            },
          ],
        },
        {},
        {},
      ],
    });
    expect(changes).toEqual([
      {
        node: 'g1',
        before: 'Die Stadt fördert Kurse in allen Stadtteilen.',
        after: 'Die Kommune fördert und prüft Kurse in vielen Stadtteilen.',
      },
    ]);
    for (const id of ['g2', 'g3']) expect(json(after, id)).toBe(json(document, id));
  });

  it('WRD1: keeps footnotes and references whose words go', () => {
    const { document: after } = applied(onWords(document, 'Kurse in'), 'Angebote an');
    expect(json(after, 'g1')).toContain('Studie von 2018');
    const third = applied(onNode(document, 'g3'), 'Nichts.').document;
    expect(json(third, 'g3')).toContain('"target":"g1"');
  });

  it('WRD1: leaves the mark of a footnote at its word, and puts a further sentence behind it', () => {
    const one = documentWith(make, group('leitziel', '', goal('g9', [text('Ein Satz.'), footnote])));
    const { document: after } = applied(onNode(one, 'g9'), 'Ein Satz. Noch einer.', one);
    expect(json(after, 'g9')).toMatch(/"Ein Satz\."\},\{"type":"footnote".*" Noch einer\."/);
    const longer = applied(onNode(one, 'g9'), 'Ein Satz.-', one);
    expect(json(longer.document, 'g9')).toContain('"Ein Satz.-"');
  });

  it('WRD2: replaces a passage and records the words of the node that holds it', () => {
    const { document: after, changes } = applied(onWords(document, 'in Kitas'), 'in allen Kitas');
    expect(chapterWords(after)[2]).toBe('in allen Kitas');
    expect(changes).toMatchObject([{ before: 'in Kitas', after: 'in allen Kitas' }]);
  });

  it('WRD2: changes words of a footnote', () => {
    const { document: after, changes } = applied(onWords(document, 'von 2018'), 'von 2019');
    expect(json(after, footnote.attrs.id)).toContain('Studie von 2019');
    expect(changes).toEqual([
      { node: footnote.attrs.id, before: 'Studie von 2018', after: 'Studie von 2019' },
    ]);
  });

  it('WRD3: goes block by block through a goal with subpoints', () => {
    const { document: after } = applied(
      onNode(document, 'g2'),
      'Alle Kinder lernen Deutsch.\n\nin Kitas\nin Grundschulen',
    );
    expect(chapterWords(after).slice(1, 4)).toEqual([
      'Alle Kinder lernen Deutsch.',
      'in Kitas',
      'in Grundschulen',
    ]);
    expect(json(after, 'g2').match(/"id":"[^"]*"/g)).toEqual(json(document, 'g2').match(/"id":"[^"]*"/g));
  });

  it('WRD3: adds subpoints at the end, and paragraphs where there are only paragraphs', () => {
    const longer = applied(onNode(document, 'g2'), 'Kinder lernen Deutsch.\nin Kitas\nin Schulen\nim Verein');
    expect(chapterWords(longer.document).slice(1, 5)).toEqual([
      ...['Kinder lernen Deutsch.', 'in Kitas', 'in Schulen', 'im Verein'],
    ]);
    expect(json(longer.document, 'g2').match(/"type":"subpoint"/g)).toHaveLength(3);
    expect(json(longer.document, 'g2')).toContain('"id":"new1"');
    const two = applied(onNode(document, 'g3'), 'Siehe und mehr.\nUnd noch ein Satz.');
    expect(json(two.document, 'g3').match(/"type":"paragraph"/g)).toHaveLength(2);
  });

  it('WRD3: takes subpoints away at the end and keeps what it took', () => {
    const { document: after, changes } = applied(onNode(document, 'g2'), 'Kinder lernen Deutsch.\nin Kitas');
    expect(json(after, 'g2').match(/"type":"subpoint"/g)).toHaveLength(1);
    expect(changes[0]?.struck).toMatchObject([{ under: 'g2' }]);
    expect(changes[0]?.struck?.[0]?.node).toContain('in Schulen');
  });

  it('WRD4: refuses lines that do not go with the blocks, rather than mixing them up', () => {
    const blocks = 'wording-not-applicable {"node":"g2","reason":"blocks"}';
    expect(
      failure(onNode(document, 'g2'), 'Ganz neu vorweg.\nKinder lernen Deutsch.\nin Kitas\nin Schulen'),
    ).toBe(blocks);
    expect(failure(onNode(document, 'g2'), 'Kinder lernen Deutsch.\nin Schulen')).toBe(blocks);
    expect(failure(onWords(document, 'in Kitasin'), 'eine Zeile')).toBe(blocks);
    const nested = documentWith(
      make,
      group('leitziel', '', goal('t1', 'Oben.', group('teilziel', '', goal('t2', 'Unten.')))),
    );
    expect(failure(onNode(nested, 't1'), 'Oben.\nUnten.\nNoch eins.', nested)).toContain('"blocks"');
    expect(failure(onNode(nested, 't1'), 'Oben.', nested)).toContain('"blocks"');
    expect(applied(onNode(nested, 't1'), 'Oben neu.\nUnten neu.', nested).changes).toMatchObject([
      { node: 't1', after: 'Oben neu.\nUnten neu.' },
    ]);
  });

  it('WRD4: refuses characters that no text may hold, and a node that its place needs', () => {
    expect(failure(onNode(document, 'g1'), 'eins\u2028zwei')).toContain('"characters"');
    const paragraph = json(document, 'g2').match(/"id":"(a\d+)"/)?.[1] ?? '';
    expect(failure(onNode(document, paragraph), '')).toContain('"needed"');
  });

  it('WRD5: strikes a node, and with its last words a subpoint; what went can be put back', () => {
    const { document: after, changes } = applied(onNode(document, 'g2'), ' \n');
    expect(json(after, 'g2')).toBe('');
    expect(changes).toMatchObject([
      {
        node: 'g2',
        before: 'Kinder lernen Deutsch.\nin Kitas\nin Schulen',
        after: '',
        struck: [{ behind: 'g1' }],
      },
    ]);
    const less = applied(onWords(document, 'in Kitas'), '');
    expect(json(less.document, 'g2').match(/"type":"subpoint"/g)).toHaveLength(1);
    expect(less.changes).toMatchObject([{ before: 'in Kitas', after: '' }]);
  });

  it('WRD5: leaves one space where words are struck, and none before a full stop', () => {
    expect(chapterWords(applied(onWords(document, 'fördert'), '').document)[0]).toContain('Die Stadt Kurse');
    expect(chapterWords(applied(onWords(document, 'Deutsch'), '').document)[1]).toBe('Kinder lernen.');
    expect(chapterWords(applied(onWords(document, 'Kinder'), '').document)[1]).toBe('lernen Deutsch.');
  });

  it('WRD6: says that the place reads otherwise, instead of changing what nobody saw', () => {
    const anchor = onNode(document, 'g1');
    const other = applied(anchor, 'Etwas anderes.').document;
    expect(failure(anchor, 'Neu.', other)).toBe('wording-outdated {"node":"g1"}');
    expect(failure({ on: 'document' }, 'Neu.')).toContain('wording-outdated');
  });

  it('WRD7: applies several at once or none, and refuses those that meet', () => {
    const both = applyWordings(
      document,
      [
        { anchor: onNode(document, 'g1'), wording: 'Eins.' },
        { anchor: onWords(document, 'in Kitas'), wording: 'überall' },
      ],
      createCountingIds('new'),
    );
    expect(both.ok && both.value.changes.map(({ after }) => after)).toEqual(['Eins.', 'überall']);
    const meeting = applyWordings(
      document,
      [
        { anchor: onNode(document, 'g2'), wording: 'Eins.\nzwei\ndrei' },
        { anchor: onWords(document, 'in Kitas'), wording: 'überall' },
      ],
      createCountingIds('new'),
    );
    expect(meeting).toMatchObject({ ok: false, error: { details: { reason: 'overlap' } } });
  });

  it('WRD7: applies once what several propose alike', () => {
    const same = [
      { anchor: onNode(document, 'g1'), wording: 'Eins.' },
      { anchor: onNode(document, 'g1'), wording: 'Eins.\n' },
    ];
    const once = applyWordings(document, same, createCountingIds('new'));
    expect(once.ok && once.value.changes.map(({ after }) => after)).toEqual(['Eins.']);
    const other = [...same, { anchor: onNode(document, 'g1'), wording: 'Zwei.' }];
    expect(applyWordings(document, other, createCountingIds('new')).ok).toBe(false);
  });

  it('WRD7: takes no id that is there', () => {
    const wording = 'Kinder lernen Deutsch.\nin Kitas\nin Schulen\nneu';
    const done = applyWording(document, onNode(document, 'g2'), wording, createCountingIds('g'));
    expect(done.ok && json(done.value.document, 'g4')).toContain('neu');
  });
});

it('WRD4: what strikes more nodes than a decision can keep is refused', () => {
  const many = Array.from({ length: MOST_STRUCK + 2 }, (_, n) => sub(`Punkt ${String(n)}`));
  const long = documentWith(make, group('leitziel', 'Lang', goal('g8', 'Die Stadt plant.', ...many)));
  const kept = (count: number): string =>
    nodeWords(findNode(nodeOf(long), nodeId('g8'))?.node ?? nodeOf(long))
      .split('\n')
      .slice(0, count)
      .join('\n');
  expect(failure(onNode(long, 'g8'), kept(2), long)).toContain('too-long');
  const { changes } = applied(onNode(long, 'g8'), kept(3), long);
  expect(changes[0]?.struck).toHaveLength(MOST_STRUCK);
});
