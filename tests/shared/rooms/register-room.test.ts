import { describe, expect, it } from 'vitest';
import { Doc, encodeStateAsUpdate } from 'yjs';
import { institutionId } from '../../../shared/ids/ids.ts';
import type { RegisterEntry } from '../../../shared/register/institution.ts';
import {
  listInstitutions,
  listRegister,
  removeInstitution,
  renameInstitution,
  upsertEntries,
  upsertInstitutions,
} from '../../../shared/rooms/register-room.ts';

function entry(id: string, name: string, person = ''): RegisterEntry {
  return {
    institution: { id: institutionId(id), name, kind: 'association', seats: 2 },
    contact: { person, email: '', phone: '' },
  };
}

const rooms = () => ({ process: new Doc(), contacts: new Doc() });

describe('register room', () => {
  it('REG1: lists institutions in the order of a German index', () => {
    const register = rooms();
    upsertEntries(register, [
      entry('a', 'Zebra e. V.'),
      entry('b', 'Österreichhilfe'),
      entry('c', 'Otto-Verein'),
      entry('d', 'ada'),
      entry('e', 'Ärztekammer'),
      entry('f', 'Verein 10'),
      entry('g', 'Verein 9'),
    ]);
    expect(listInstitutions(register.process).map(({ name }) => name)).toEqual([
      'ada',
      'Ärztekammer',
      'Österreichhilfe',
      'Otto-Verein',
      'Verein 9',
      'Verein 10',
      'Zebra e. V.',
    ]);
  });

  it('REG2: personal data never reaches the room that delegates read', () => {
    const register = rooms();
    upsertEntries(register, [entry('a', 'Verein', 'Frau Beispiel')]);
    const bytes = (doc: Doc) => Buffer.from(encodeStateAsUpdate(doc)).toString('latin1');
    expect(bytes(register.process)).not.toContain('Frau Beispiel');
    expect(bytes(register.contacts)).toContain('Frau Beispiel');
  });

  it('changes, renames and removes by id', () => {
    const register = rooms();
    upsertEntries(register, [entry('a', 'Alt', 'Eins'), entry('b', 'Bleibt')]);
    upsertEntries(register, [entry('a', 'Neu', 'Zwei')]);
    expect(listRegister(register)).toEqual([entry('b', 'Bleibt'), entry('a', 'Neu', 'Zwei')]);
    expect(renameInstitution(register.process, institutionId('a'), 'Anders', '2026-03-01')).toBe(true);
    expect(listRegister(register)[0]).toMatchObject(entry('a', 'Anders', 'Zwei'));
    expect(removeInstitution(register, institutionId('a'))).toBe(true);
    expect(removeInstitution(register, institutionId('a'))).toBe(false);
    expect(renameInstitution(register.process, institutionId('a'), 'x', '2026-03-01')).toBe(false);
    expect(listRegister(register)).toEqual([entry('b', 'Bleibt')]);
    expect(Buffer.from(encodeStateAsUpdate(register.contacts)).toString('latin1')).not.toContain('Zwei');
  });

  it('writes nothing where nothing differs, and nothing at all where one entry is invalid', () => {
    const register = rooms();
    upsertEntries(register, [entry('a', 'Verein', 'Eins')]);
    let updates = 0;
    register.process.on('update', () => (updates += 1));
    register.contacts.on('update', () => (updates += 1));
    upsertEntries(register, [entry('a', 'Verein', 'Eins')]);
    upsertInstitutions(register.process, [entry('a', 'Verein').institution]);
    expect(() => upsertEntries(register, [entry('b', 'Gut'), entry('c', ' ')])).toThrow();
    expect(updates).toBe(0);
    expect(listRegister(register)).toEqual([entry('a', 'Verein', 'Eins')]);
  });
});
