import { describe, expect, it } from 'vitest';
import { applyUpdate, Doc, encodeStateAsUpdate, UndoManager } from 'yjs';
import { readSubmissions, submitContribution } from '../../../shared/contributions/contributions-room.ts';
import {
  changeDraft,
  draftOf,
  listDrafts,
  recordOfDraft,
  removeDraft,
  startDraft,
} from '../../../shared/contributions/drafts.ts';
import { contributionId, institutionId, roundId } from '../../../shared/ids/ids.ts';
import { originOf } from '../../../shared/rooms/named-writes.ts';
import { sharedTypes } from '../../../shared/rooms/rooms.ts';
import { passage, statement } from '../../support/arbitrary-contribution.ts';

const id = contributionId('d1');
const signature = {
  institution: institutionId('caritas'),
  round: roundId('r1'),
  author: 'inv-caritas',
  submittedAt: '2019-04-01T10:00:00Z',
};
const start = { id, kind: 'comment', anchor: passage, replaces: null } as const;

function meet(...docs: readonly Doc[]): void {
  for (const from of docs) for (const to of docs) applyUpdate(to, encodeStateAsUpdate(from));
}

describe('drafts', () => {
  it('CON2: several delegates write one draft together, and each keeps what the other wrote', () => {
    const [anna, bert] = [new Doc(), new Doc()];
    startDraft(anna, { ...start, body: 'Das Ziel ist gut.' });
    meet(anna, bert);
    draftOf(anna, id)?.body.insert(0, 'Wir finden: ');
    draftOf(bert, id)?.body.insert(17, ' Aber knapp.');
    changeDraft(bert, id, { kind: 'proposal', wording: '' });
    meet(anna, bert);
    draftOf(anna, id)?.wording?.insert(0, 'Neu.');
    meet(anna, bert);
    for (const doc of [anna, bert]) {
      const draft = draftOf(doc, id);
      expect([draft?.body.toJSON(), draft?.wording?.toJSON(), draft?.kind]).toEqual([
        'Wir finden: Das Ziel ist gut. Aber knapp.',
        'Neu.',
        'proposal',
      ]);
    }
  });

  it('becomes a record that says the same, and leaves with its submission', () => {
    const doc = new Doc();
    startDraft(doc, { ...start, body: 'Das ist zu allgemein.' });
    const draft = draftOf(doc, id);
    const made = draft && recordOfDraft(draft, signature);
    if (!made?.ok) throw new Error(JSON.stringify(made));
    expect(made.value).toEqual(statement('d1'));
    submitContribution(doc, made.value);
    expect(listDrafts(doc)).toEqual([]);
    expect(readSubmissions(doc).submitted.get('d1')).toEqual(statement('d1'));
    expect(() => {
      submitContribution(doc, made.value);
    }).toThrow('already submitted');
  });

  it('says what has to be mended before it can be submitted', () => {
    const doc = new Doc();
    startDraft(doc, { ...start, kind: 'proposal' });
    const faultOf = () => {
      const draft = draftOf(doc, id);
      const made = draft && recordOfDraft(draft, signature);
      return made && !made.ok ? made.error : null;
    };
    expect(faultOf()).toEqual({ code: 'invalid', place: 'wording' });
    changeDraft(doc, id, { wording: '' });
    expect(faultOf()).toBeNull();
    draftOf(doc, id)?.body.insert(0, 'x'.repeat(10_001));
    expect(faultOf()).toEqual({ code: 'too-large', place: 'body' });
  });

  it('passes over what is no draft, and tells whether there was one', () => {
    const doc = new Doc();
    doc.getMap(sharedTypes.contributions.drafts).set('odd', 'text');
    startDraft(doc, start);
    expect(listDrafts(doc).map((draft) => draft.id)).toEqual(['d1']);
    expect(changeDraft(doc, contributionId('odd'), { kind: 'question' })).toBe(false);
    expect([removeDraft(doc, id), removeDraft(doc, id)]).toEqual([true, false]);
    expect(() => {
      startDraft(doc, start);
      startDraft(doc, start);
    }).toThrow('already a draft');
  });

  it('can be undone as one step', () => {
    const doc = new Doc();
    const undo = new UndoManager(doc.getMap(sharedTypes.contributions.drafts), {
      trackedOrigins: new Set([originOf('contribution.draft')]),
    });
    startDraft(doc, { ...start, body: 'x', wording: 'y' });
    undo.undo();
    expect(listDrafts(doc)).toEqual([]);
  });
});
