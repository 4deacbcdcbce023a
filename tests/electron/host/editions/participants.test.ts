import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { takeDraft } from '../../../../electron/host/editions/draft.ts';
import { freezeDraft } from '../../../../electron/host/editions/freeze-draft.ts';
import { editRoom } from '../../../../electron/host/workspace/edit-room.ts';
import { institutionId } from '../../../../shared/ids/ids.ts';
import {
  askedEditions,
  listNamings,
  participantsOf,
  writeNamings,
} from '../../../../shared/register/namings-room.ts';
import {
  leaveInstitution,
  listInstitutions,
  mergeInstitution,
} from '../../../../shared/rooms/register-room.ts';
import { fill, fixedPorts, made, valueOf } from '../../../support/filled-workspace.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'participants-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('REG19: an edition names who takes part and has not refused to be named in it', () => {
  const workspace = made(join(folder, 'a.leitbild'));
  fill(workspace);
  const before = valueOf(takeDraft(workspace, '2026-01-01T00:00:00Z')).content.participants.map(
    ({ id }) => id,
  );
  const [left, merged, into, refused, elsewhere] = before.map(institutionId);
  if (!left || !merged || !into || !refused || !elsewhere) throw new Error('the register is too small');
  const label = 'Entwurf 2 2026';
  editRoom(workspace, 'process', (process) =>
    editRoom(workspace, 'contacts', (contacts) => {
      leaveInstitution(process, left, '2026-01-01');
      mergeInstitution({ process, contacts }, merged, into, { movePeople: false });
      writeNamings(process, label, [refused], 'no');
      writeNamings(process, label, [into], 'yes');
      writeNamings(process, 'Anderes', [elsewhere], 'no');
      writeNamings(process, label, [elsewhere], 'no');
      writeNamings(process, label, [elsewhere], null);
      expect(askedEditions(process)).toEqual(['Anderes', label]);
      const { named, notAsked } = participantsOf(listInstitutions(process), listNamings(process, label));
      expect([named.length, notAsked.length]).toEqual([before.length - 3, before.length - 4]);
    }),
  );
  const frozen = valueOf(freezeDraft(workspace, { label, adoption: null }, fixedPorts()));
  const gone = [left, merged, refused];
  expect(frozen.content.participants.map(({ id }) => id)).toEqual(before.filter((id) => !gone.includes(id)));
  const other = valueOf(freezeDraft(workspace, { label: 'Anderes', adoption: null }, fixedPorts()));
  expect(other.content.participants.map(({ id }) => id)).toEqual(
    before.filter((id) => ![left, merged, elsewhere].includes(id)),
  );
  workspace.close();
});
