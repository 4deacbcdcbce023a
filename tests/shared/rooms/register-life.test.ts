import { describe, expect, it } from 'vitest';
import { Doc } from 'yjs';
import { delegateId, institutionId, invitationId } from '../../../shared/ids/ids.ts';
import { speaksOn, type Delegate } from '../../../shared/register/delegate.ts';
import {
  endDelegate,
  listDelegates,
  removeDelegate,
  writeDelegate,
} from '../../../shared/register/delegates-room.ts';
import { successorOf } from '../../../shared/register/institution-changes.ts';
import { takesPart, type Institution } from '../../../shared/register/institution.ts';
import { changesOf, takeBackChanges } from '../../../shared/register/register-undo.ts';
import {
  leaveInstitution,
  listInstitutions,
  listRegister,
  mergeInstitution,
  removeInstitution,
  renameInstitution,
  returnInstitution,
  takeBackRename,
  upsertEntries,
} from '../../../shared/rooms/register-room.ts';

const a = institutionId('a');
const b = institutionId('b');
const c = institutionId('c');
const person: Delegate = {
  ...{ id: delegateId('p1'), institution: a, name: 'Frau Muster', role: 'delegate' },
  ...{ email: '', phone: '', from: '2025-01-01', until: null, invitation: invitationId('i1') },
};

const institution = (id: string): Institution => ({
  ...{ id: institutionId(id), name: `Verein ${id}`, kind: 'association', seats: 1 },
});

function filled() {
  const rooms = { process: new Doc(), contacts: new Doc() };
  upsertEntries(
    rooms,
    [a, b, c].map((id) => ({
      institution: institution(id),
      contact: { person: `Kontakt ${id}`, email: '', phone: '' },
    })),
  );
  writeDelegate(rooms.contacts, person);
  return rooms;
}

function of(rooms: ReturnType<typeof filled>, id: string): Institution {
  const found = listInstitutions(rooms.process).find((one) => one.id === id);
  if (found === undefined) throw new Error(`${id} is gone`);
  return found;
}

describe('the life of an institution', () => {
  it('REG14: a renamed institution keeps its id and its former names with their last days', () => {
    const rooms = filled();
    renameInstitution(rooms.process, a, 'Bund a', '2025-06-30');
    renameInstitution(rooms.process, a, 'Netzwerk a', '2026-03-01');
    expect(of(rooms, a)).toMatchObject({
      name: 'Netzwerk a',
      formerNames: [
        { name: 'Verein a', until: '2025-06-30' },
        { name: 'Bund a', until: '2026-03-01' },
      ],
    });
    // Capitals put right are no other name.
    renameInstitution(rooms.process, a, 'NETZWERK  a', '2026-03-02');
    expect(of(rooms, a).formerNames).toHaveLength(2);
    expect(takeBackRename(rooms.process, a)).toBe(true);
    expect(takeBackRename(rooms.process, a)).toBe(true);
    expect(of(rooms, a)).toEqual({ id: 'a', name: 'Verein a', kind: 'association', seats: 1 });
    expect(takeBackRename(rooms.process, a)).toBe(false);
  });

  it('REG15: a merged institution stays, takes no part, and is found under what it has become part of', () => {
    const rooms = filled();
    expect(mergeInstitution(rooms, a, b, { movePeople: true })).toBeNull();
    expect(mergeInstitution(rooms, b, c, { movePeople: false })).toBeNull();
    const institutions = listInstitutions(rooms.process);
    expect(institutions.map(takesPart)).toEqual([false, false, true]);
    expect(successorOf(institutions, a)?.id).toBe('c');
    // The invitation was for the old institution, so it is nobody's any more.
    expect(listDelegates(rooms.contacts)).toEqual([{ ...person, institution: 'b', invitation: null }]);
    expect(listRegister(rooms)).toHaveLength(3);
    expect(returnInstitution(rooms.process, a)).toBe(true);
    expect(of(rooms, a)).toEqual({ id: 'a', name: 'Verein a', kind: 'association', seats: 1 });
  });

  it('REG15: nothing becomes part of itself, of what is gone or unknown; a circle of two machines leads nowhere', () => {
    const rooms = filled();
    const merge = (from: string, into: string) =>
      mergeInstitution(rooms, institutionId(from), institutionId(into), { movePeople: true });
    expect([merge('a', 'a'), merge('a', 'x')]).toEqual(['same', 'unknown']);
    leaveInstitution(rooms.process, b, '2026-01-01');
    expect([merge('a', 'b'), merge('b', 'a')]).toEqual(['not-taking-part', 'not-taking-part']);
    const circle = [
      { ...institution('a'), mergedInto: c },
      { ...institution('c'), mergedInto: a },
    ];
    expect(successorOf(circle, a)).toBeUndefined();
  });

  it('REG16: renaming, merging and removing are taken back whole, unless somebody has changed it since', () => {
    const works = [
      (rooms: ReturnType<typeof filled>) => renameInstitution(rooms.process, a, 'Bund a', '2025-06-30'),
      (rooms: ReturnType<typeof filled>) => mergeInstitution(rooms, a, b, { movePeople: true }),
      (rooms: ReturnType<typeof filled>) => removeInstitution(rooms, a),
    ];
    for (const work of works) {
      const rooms = filled();
      const state = () => JSON.stringify([listRegister(rooms), listDelegates(rooms.contacts)]);
      const before = state();
      const { changes } = changesOf(rooms, () => work(rooms));
      expect(state()).not.toBe(before);
      expect(takeBackChanges(rooms, changes)).toBe(true);
      expect(state()).toBe(before);

      const again = changesOf(rooms, () => work(rooms));
      upsertEntries(rooms, [
        {
          institution: { id: a, name: 'Anders', kind: 'office', seats: 3 },
          contact: { person: '', email: '', phone: '' },
        },
      ]);
      const changed = state();
      expect(takeBackChanges(rooms, again.changes)).toBe(false);
      expect(state()).toBe(changed);
    }
  });

  it('REG17: who leaves takes no part from then on, and may come back', () => {
    const rooms = filled();
    expect(leaveInstitution(rooms.process, a, '2026-03-01')).toBe(true);
    expect(of(rooms, a)).toMatchObject({ left: '2026-03-01' });
    expect(takesPart(of(rooms, a))).toBe(false);
    expect(returnInstitution(rooms.process, a)).toBe(true);
    expect(takesPart(of(rooms, a))).toBe(true);
    expect(leaveInstitution(rooms.process, institutionId('x'), '2026-03-01')).toBe(false);
  });

  it('REG18: people are added, changed, ended and removed, and go with their institution', () => {
    const rooms = filled();
    writeDelegate(rooms.contacts, { ...person, name: 'Frau Neu', role: 'head' });
    expect(endDelegate(rooms.contacts, person.id, '2026-03-01')).toBe(true);
    const [ended = person] = listDelegates(rooms.contacts);
    expect(ended).toEqual({ ...person, name: 'Frau Neu', role: 'head', until: '2026-03-01' });
    expect(
      ['2024-12-31', '2025-01-01', '2026-03-01', '2026-03-02'].map((day) => speaksOn(ended, day)),
    ).toEqual([false, true, true, false]);
    expect(() => writeDelegate(rooms.contacts, { ...person, name: ' ' })).toThrow();
    expect(endDelegate(rooms.contacts, delegateId('x'), '2026-03-01')).toBe(false);
    removeInstitution(rooms, a);
    expect(listDelegates(rooms.contacts)).toEqual([]);
    expect(removeDelegate(rooms.contacts, person.id)).toBe(false);
  });
});
