import { describe, expect, it } from 'vitest';
import { institutionId } from '../../../shared/ids/ids.ts';
import { rightOf, roles, type Phase, type Principal, type Right } from '../../../shared/rights/rights.ts';
import type { RoomName } from '../../../shared/rooms/rooms.ts';

const own = institutionId('caritas');
const other = institutionId('kirche');
const rooms: readonly RoomName[] = [
  'text',
  'process',
  'contacts',
  'voices',
  `contributions/${own}`,
  `contributions/${other}`,
];
const phases: readonly Phase[] = (['open', 'locked'] as const).flatMap((text) =>
  (['open', 'closed'] as const).flatMap((contributions) =>
    (['moderation', 'everyone'] as const).map((voices) => ({ text, contributions, voices })),
  ),
);
const principals: readonly Principal[] = roles.flatMap((role) =>
  [own, null].map((institution) => ({ id: `inv-${role}`, role, institution })),
);

/**
 * The table once more, written by hand from DESIGN §3: one line per room and phase that matters, one letter per
 * column: moderator, editor, delegate of the institution, delegate of none, reader.
 */
const table: Readonly<Record<string, string>> = {
  'text open': 'w w r r r',
  'text locked': 'r r r r r',
  'process open': 'w r r r r',
  'process locked': 'w r r r r',
  'contacts open': 'w - - - -',
  'contacts locked': 'w - - - -',
  'voices moderation': 'r - - - -',
  'voices everyone': 'r r r r r',
  'own open': '- - w - -',
  'own closed': '- - r - -',
  'other open': '- - - - -',
  'other closed': '- - - - -',
};

function expected(principal: Principal, room: RoomName, phase: Phase): Right {
  const state = room === 'voices' ? phase.voices : room.includes('/') ? phase.contributions : phase.text;
  const label = room === `contributions/${own}` ? 'own' : room === `contributions/${other}` ? 'other' : room;
  const column = {
    moderator: 0,
    editor: 1,
    delegate: principal.institution === own ? 2 : 3,
    reader: 4,
  }[principal.role];
  const letter = table[`${label} ${state}`]?.split(' ')[column];
  return letter === 'w' ? 'write' : letter === 'r' ? 'read' : letter === '-' ? 'none' : fail(label);
}

function fail(label: string): never {
  throw new Error(`the table has no line for ${label}`);
}

describe('rights', () => {
  const cases = principals.flatMap((principal) =>
    rooms.flatMap((room) => phases.map((phase) => ({ principal, room, phase }))),
  );

  it('RGT1: every role has in every room and phase exactly the right that the table gives', () => {
    expect(cases).toHaveLength(8 * 6 * 8);
    const found = cases.map(({ principal, room, phase }) => ({
      ...{ principal, room, phase },
      right: rightOf(principal, room, phase),
    }));
    expect(found).toEqual(
      cases.map(({ principal, room, phase }) => ({
        ...{ principal, room, phase },
        right: expected(principal, room, phase),
      })),
    );
  });

  it('RGT2: nobody but the host may write voices, and the host may write every room', () => {
    const writers = cases.filter(
      ({ principal, room, phase }) => room === 'voices' && rightOf(principal, room, phase) === 'write',
    );
    expect(writers).toEqual([]);
    for (const room of rooms) for (const phase of phases) expect(rightOf('host', room, phase)).toBe('write');
  });

  it('RGT3: an institution gives rights to its delegates only, and none but they see its contributions', () => {
    const seeing = cases.filter(
      ({ principal, room, phase }) => room.includes('/') && rightOf(principal, room, phase) !== 'none',
    );
    expect(
      seeing.every(({ principal, room }) => principal.role === 'delegate' && room === `contributions/${own}`),
    ).toBe(true);
  });

  it('RGT4: a locked text stands still for everybody, moderation included', () => {
    const writers = cases.filter(
      ({ principal, room, phase }) =>
        room === 'text' && phase.text === 'locked' && rightOf(principal, room, phase) !== 'read',
    );
    expect(writers).toEqual([]);
  });

  it('refuses a room that is not in the table', () => {
    const [phase] = phases;
    if (!phase) throw new Error('no phase');
    for (const room of [
      '',
      'Text',
      'contributions/',
      'contributions/null',
      'contributions/../text',
      '__proto__',
    ]) {
      for (const principal of principals) expect(rightOf(principal, room as RoomName, phase)).toBe('none');
    }
  });
});
