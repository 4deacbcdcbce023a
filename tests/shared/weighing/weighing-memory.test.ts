import { describe, expect, it } from 'vitest';
import type { ListedVoice } from '../../../shared/contributions/voices-room.ts';
import { readText, type ReadText } from '../../../shared/decisions/read-text.ts';
import { institutionId } from '../../../shared/ids/ids.ts';
import type { LeitbildDocument } from '../../../shared/schema/document.ts';
import { numberDocument } from '../../../shared/text/numbering.ts';
import { placesOf } from '../../../shared/weighing/places.ts';
import type { BaseOf } from '../../../shared/weighing/proposed-edits.ts';
import { createWeighingMemory } from '../../../shared/weighing/weighing-memory.ts';
import { weighingRows, type WeighingSources } from '../../../shared/weighing/weighing-rows.ts';
import { statement } from '../../support/arbitrary-contribution.ts';
import { languageText, onNode, onWords } from '../../support/decisions.ts';
import { shippedProfile } from '../../support/standard-profile.ts';

const document = languageText();
const later = JSON.parse(JSON.stringify(document).replaceAll('fördert', 'bezahlt')) as LeitbildDocument;
const base = readText(document);

const voices = [
  statement('c1', { kind: 'proposal', anchor: onWords(document, 'Kurse'), wording: 'Treffs' }),
  statement('c2', { kind: 'proposal', anchor: onNode(document, 'g2'), wording: 'Alle lernen Deutsch.' }),
  statement('c3', {
    kind: 'proposal',
    anchor: onWords(document, 'fördert Kurse'),
    wording: 'fördert Treffpunkte',
  }),
  statement('c4', { anchor: { on: 'document' } }),
  statement('c5', { kind: 'proposal', anchor: onWords(document, 'Kurse'), wording: 'Angebote' }),
].map((record, index): ListedVoice => ({
  record: { ...record, institution: institutionId(`i${String(index)}`) },
  receipt: { receivedAt: '2019-04-20T10:00:00Z' },
}));

function sources(
  text: LeitbildDocument,
  today: ReadText,
  baseOf: BaseOf,
  taken: readonly ListedVoice[],
): WeighingSources {
  return {
    ...{ voices: taken, decisions: [], institutions: [], rounds: [], today, baseOf },
    places: placesOf(text, numberDocument(text, shippedProfile())),
  };
}

describe('rows that are derived again and again', () => {
  it('WEI8: are what they would be anew when contributions, the text and the base of a round come', () => {
    const memory = createWeighingMemory();
    const none: BaseOf = () => null;
    const known: BaseOf = () => base;
    const today = readText(later);
    const steps = [
      sources(document, base, none, voices.slice(0, 3)),
      sources(document, base, none, voices),
      sources(later, today, none, voices),
      sources(later, today, known, voices),
      sources(later, today, known, voices.slice(0, 4)),
      sources(document, base, known, voices),
    ];
    for (const step of steps) expect(weighingRows(step, memory)).toEqual(weighingRows(step));
    const [, , early, late] = steps.map((step) =>
      weighingRows(step).map(({ isConflicting }) => isConflicting),
    );
    expect(late).not.toEqual(early);
  });

  it('WEI8: are looked up once for each statement of one text', () => {
    const memory = createWeighingMemory();
    const [first, last] = [base, readText(later)];
    const asked: string[] = [];
    const baseOf: BaseOf = (round) => {
      asked.push(round);
      return base;
    };
    const [rows] = [first, last].map((today) =>
      weighingRows(sources(document, today, baseOf, voices), memory),
    );
    const before = asked.length;
    const again = weighingRows(sources(document, last, baseOf, voices), memory);
    expect(before).toBeGreaterThan(0);
    expect(asked).toHaveLength(before);
    expect(again.map(({ id }) => id)).toEqual(rows?.map(({ id }) => id));
  });
});
