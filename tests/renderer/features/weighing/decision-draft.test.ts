import { describe, expect, it } from 'vitest';
import {
  aboutThese,
  carriedOver,
  chosenWordings,
  decideInput,
  emptyDraft,
  isBegun,
  type DecisionDraft,
} from '../../../../renderer/features/weighing/decision-draft.ts';
import { wordingChoices } from '../../../../renderer/features/weighing/wording-choices.ts';
import { decisionCalls } from '../../../../shared/api/decision-calls.ts';
import type { Decision } from '../../../../shared/decisions/decision.ts';
import { applyWording } from '../../../support/apply-wording.ts';
import { readText } from '../../../../shared/decisions/read-text.ts';
import { valueOf } from '../../../../shared/errors/value-of.ts';
import { contributionId, createCountingIds, decisionId, workshopId } from '../../../../shared/ids/ids.ts';
import type { Statement } from '../../../../shared/contributions/contribution.ts';
import type { LeitbildDocument } from '../../../../shared/schema/document.ts';
import { numberDocument } from '../../../../shared/text/numbering.ts';
import { competingWordings } from '../../../../shared/weighing/competing-wordings.ts';
import { placesOf } from '../../../../shared/weighing/places.ts';
import { weighingRows } from '../../../../shared/weighing/weighing-rows.ts';
import { statement } from '../../../support/arbitrary-contribution.ts';
import { onNode, onWords } from '../../../support/decisions.ts';
import { sampleProfile } from '../../../support/sample-profile.ts';
import { text } from './rows-about.ts';

const propose = (id: string, wording: string) =>
  statement(id, { kind: 'proposal', anchor: onNode(text, 'g1'), wording });
const treffs = propose('c1', 'Die Stadt fördert Treffs in allen Stadtteilen.');
const hilfen = propose('c2', 'Die Stadt fördert Hilfen in allen Stadtteilen.');
const orte = propose('c3', 'Die Stadt fördert Kurse in allen Orten.');
const same = propose('c4', treffs.wording ?? '');
const remark = statement('c5', { anchor: onWords(text, 'Stadtteilen') });

/** A draft about these, that adopts finally, with what the form shows. */
function shown(
  about: readonly Statement[],
  change: Partial<DecisionDraft> = {},
  today: LeitbildDocument = text,
) {
  const read = readText(today);
  const baseOf = () => readText(text);
  const rows = weighingRows({
    voices: about.map((record) => ({ record, receipt: { receivedAt: '2025-01-01T09:00:00Z' } })),
    ...{ decisions: [], institutions: [], rounds: [], today: read, baseOf },
    places: placesOf(today, numberDocument(today, sampleProfile)),
  });
  const draft: DecisionDraft = {
    ...emptyDraft,
    outcome: 'adopted',
    seen: new Map(about.map(({ id }) => [id, null])),
    ...change,
  };
  const wordings = chosenWordings(
    draft,
    wordingChoices(rows, read, baseOf),
    competingWordings(about, read, baseOf),
  );
  return { draft, wordings, input: decideInput(draft, wordings) };
}

describe('a decision before it is made', () => {
  it('takes over what fits, and neither what conflicts with it nor what makes the same change again', () => {
    const { wordings, input } = shown([treffs, hilfen, orte, same]);
    expect(wordings.map(({ contribution, isOn }) => [contribution, isOn])).toEqual([
      ['c1', true],
      ['c2', false],
      ['c3', true],
      ['c4', false],
    ]);
    expect(input?.wordings.map(({ wording }) => wording)).toEqual([treffs.wording, orte.wording]);
    expect(decisionCalls['decisions.decide'].input.safeParse(input).success).toBe(true);
  });

  it('offers a remark the words that it is about, and changes nothing unless somebody says so', () => {
    const { wordings, input } = shown([remark]);
    expect(wordings).toMatchObject([{ today: 'Stadtteilen', words: 'Stadtteilen', isOn: false }]);
    expect(input?.wordings).toEqual([]);
    const edited = { words: 'Ortsteilen', basedOn: 'Stadtteilen' };
    const changed = shown([remark], { wordings: new Map([[remark.id, { isOn: true, edited }]]) });
    expect(changed.input?.wordings).toMatchObject([{ wording: 'Ortsteilen', anchor: { on: 'passage' } }]);
  });

  it('changes no text as a proposal or where nothing is adopted, and is none without an outcome', () => {
    expect(shown([treffs], { stage: 'proposed' }).input?.wordings).toEqual([]);
    expect(shown([treffs], { outcome: 'noted' }).input?.wordings).toEqual([]);
    expect(shown([treffs], { outcome: null }).input).toBe(null);
    expect(shown([]).input).toBe(null);
  });

  it('names what the person has seen to hold, not what holds now', () => {
    const seen = new Map([[treffs.id, decisionId('d1')]]);
    expect(shown([treffs], { seen }).input?.contributions).toEqual([{ id: 'c1', expected: 'd1' }]);
  });

  it('begins with the words of today where text and proposal changed the same words, and takes none over', () => {
    const today = valueOf(
      applyWording(text, onWords(text, 'Kurse'), 'Angebote', createCountingIds('new')),
    ).document;
    const { wordings, input } = shown([treffs], {}, today);
    expect(wordings).toMatchObject([
      { isOn: false, words: 'Die Stadt fördert Angebote in allen Stadtteilen.' },
    ]);
    expect(input?.wordings).toEqual([]);
    const [rebased] = shown([orte], {}, today).wordings;
    expect(rebased).toMatchObject({ isOn: true, words: 'Die Stadt fördert Angebote in allen Orten.' });
  });

  it('is not sent while the text under written words has become another, until they were carried over', () => {
    const edited = { words: 'Die Stadt fördert Treffs.', basedOn: 'Die Stadt fördert Kurse.' };
    const wordings = new Map([[contributionId('c1'), { isOn: true, edited }]]);
    const outdated = shown([treffs], { wordings });
    expect(outdated.wordings).toMatchObject([{ isOutdated: true, words: edited.words }]);
    expect(outdated.input).toBe(null);
    expect(carriedOver(edited, 'Unsere Stadt fördert Kurse.')).toEqual({
      words: 'Unsere Stadt fördert Treffs.',
      basedOn: 'Unsere Stadt fördert Kurse.',
      isMerged: true,
    });
    expect(carriedOver(edited, 'Die Stadt fördert Angebote.')).toMatchObject({
      words: edited.words,
      isMerged: false,
    });
  });

  it('is begun when something was written, not when something was ticked', () => {
    expect(isBegun({ ...emptyDraft, outcome: 'noted' })).toBe(false);
    expect(isBegun({ ...emptyDraft, reason: ' ' })).toBe(false);
    expect(isBegun({ ...emptyDraft, reason: 'Weil.' })).toBe(true);
    const edited = { words: 'x', basedOn: 'y' };
    expect(isBegun({ ...emptyDraft, wordings: new Map([[treffs.id, { isOn: true, edited }]]) })).toBe(true);
  });

  describe('after a proposal to the institutions', () => {
    const proposal = (id: string, change: Partial<Decision> = {}): Decision => ({
      ...{ type: 'decision', id: decisionId(id), by: 'mia', at: '2025-02-03T10:00:00Z', changes: [] },
      ...{ contributions: [treffs.id], outcome: 'adopted', reason: 'So besprochen.', stage: 'proposed' },
      workshop: workshopId('w1'),
      ...change,
    });
    const told = { outcome: 'adopted', reason: 'So besprochen.', workshop: 'w1', stage: 'final' };
    const seen = new Map([[treffs.id, decisionId('d1')]]);
    const both = new Map([...seen, [hilfen.id, decisionId('d2')]]);

    it('begins with what the proposal said, and that is nothing that would be missed', () => {
      const draft = aboutThese(emptyDraft, seen, { holding: () => proposal('d1') });
      expect(draft).toMatchObject({ ...told, seen, takenFrom: { id: 'd1' } });
      expect(isBegun(draft)).toBe(false);
      expect(isBegun({ ...draft, reason: 'Anders.' })).toBe(true);
    });

    it('keeps what was chosen or written', () => {
      const own: DecisionDraft = { ...emptyDraft, reason: 'Weil.' };
      expect(aboutThese(own, seen, { holding: () => proposal('d1') })).toEqual({ ...own, seen });
      const draft = { ...aboutThese(emptyDraft, seen, { holding: () => proposal('d1') }), reason: '' };
      expect(aboutThese(draft, new Map(), { holding: () => undefined })).toEqual({
        ...draft,
        seen: new Map(),
      });
    });

    it('begins empty where proposals say different things, where one is final, and where there is none', () => {
      const other = (change: Partial<Decision>) => ({
        holding: (id: string) => (id === treffs.id ? proposal('d1') : proposal('d2', change)),
      });
      expect(aboutThese(emptyDraft, both, other({}))).toMatchObject(told);
      for (const change of [
        { reason: 'Anders.' },
        { outcome: 'noted' },
        { workshop: null },
        { stage: 'final' },
      ] as const)
        expect(aboutThese(emptyDraft, both, other(change))).toEqual({ ...emptyDraft, seen: both });
      const draft = aboutThese(emptyDraft, seen, { holding: () => proposal('d1') });
      expect(aboutThese(draft, new Map(), { holding: () => undefined })).toEqual(emptyDraft);
    });
  });
});
