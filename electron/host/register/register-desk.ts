import type { Doc } from 'yjs';
import type { RegisterChanged } from '../../../shared/api/register-calls.ts';
import { appError } from '../../../shared/errors/errors.ts';
import { fail, ok, type Result } from '../../../shared/errors/result.ts';
import type { InstitutionId, InvitationId } from '../../../shared/ids/ids.ts';
import { mergeFault } from '../../../shared/register/institution-changes.ts';
import { changesOf, takeBackChanges, type RegisterChanges } from '../../../shared/register/register-undo.ts';
import {
  leaveInstitution,
  listInstitutions,
  mergeInstitution,
  readInstitution,
  removeInstitution,
  returnInstitution,
  type RegisterRooms,
} from '../../../shared/rooms/register-room.ts';
import type { RoomName } from '../../../shared/rooms/rooms.ts';
import type { ImportRooms } from '../import/import-rooms.ts';
import type { Invitations } from '../invitations/invitations.ts';
import type { HostPorts } from '../ports.ts';
import type { AuditAction, Workspace } from '../workspace/workspace.ts';
import { boundInstitutions } from './bound-institutions.ts';

/**
 * What concerns more than one entry of the register, or somebody who may be writing: each step is looked at and written
 * in one turn, in one transaction with the audit log, or refused. `by` is the principal who asks. All throw
 * `AppFailure` where the file takes no writes.
 */
export interface RegisterDesk {
  /**
   * Makes an institution part of another; it stays, with all that it said and its drafts. `merge-impossible` where one
   * of the two is unknown or takes no part, which also keeps two mergers from leading in a circle.
   */
  merge(
    wanted: {
      readonly institution: InstitutionId;
      readonly into: InstitutionId;
      readonly movePeople: boolean;
      /** Whether its valid invitations end with it; that is not taken back. */
      readonly revoke: boolean;
    },
    by: string,
  ): Result<RegisterChanged & { readonly revoked: readonly InvitationId[] }>;
  /** Lets an institution take no part from that day on: `institution-unknown`. */
  leave(institution: InstitutionId, day: string, by: string): Result<RegisterChanged>;
  /** Lets one that has left or become part of another take part again: `institution-unknown`. */
  comeBack(institution: InstitutionId, by: string): Result<RegisterChanged>;
  /** Takes an institution out that nothing points at: `institution-unknown`, `institution-bound`. */
  remove(institution: InstitutionId, by: string): Result<RegisterChanged>;
  /** Takes a change back whole. False where somebody has changed any of it since, or this host does not know it. */
  takeBack(change: string, by: string): boolean;
}

export interface RegisterDeskDeps {
  readonly workspace: Pick<Workspace, 'invitations' | 'audit'>;
  readonly invitations: Pick<Invitations, 'list' | 'reread'>;
  readonly ports: HostPorts;
  /** The rooms as they live. */
  readonly rooms: ImportRooms;
}

/** Of more changes the oldest can no longer be taken back. */
const MOST_KEPT = 50;
const ROOMS: readonly RoomName[] = ['process', 'contacts'];

/** Makes the desk of the host on which a Leitbild is kept. */
export function createRegisterDesk({ workspace, invitations, ports, rooms }: RegisterDeskDeps): RegisterDesk {
  const kept = new Map<string, { readonly institution: InstitutionId; readonly changes: RegisterChanges }>();

  const note = (action: AuditAction, subject: string, by: string): void =>
    workspace.audit.append({ at: ports.clock.now(), action, subject: `${subject} ${by}` });

  const registerOf = (docOf: (room: RoomName) => Doc): RegisterRooms => ({
    process: docOf('process'),
    contacts: docOf('contacts'),
  });

  const change = (
    action: AuditAction,
    { institution, subject, by }: { institution: InstitutionId; subject: string; by: string },
    work: (register: RegisterRooms) => unknown,
    keep: () => void = () => undefined,
  ): { readonly ok: true; readonly value: RegisterChanged } => {
    const changes = rooms.editTogether(
      ROOMS,
      (docOf) => changesOf(registerOf(docOf), work).changes,
      () => {
        note(action, subject, by);
        keep();
      },
    );
    const id = ports.createId();
    kept.set(id, { institution, changes });
    const [oldest] = kept.keys();
    if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
    return ok({ change: id });
  };

  const isKnown = (id: InstitutionId): boolean =>
    rooms.read('process', (process) => readInstitution(process, id) !== undefined);
  const unknown = (institution: InstitutionId) => fail(appError('institution-unknown', { institution }));

  return {
    merge({ institution, into, movePeople, revoke }, by) {
      const fault = rooms.read('process', (process) =>
        mergeFault(listInstitutions(process), institution, into),
      );
      if (fault !== null) return fail(appError('merge-impossible', { institution, into, reason: fault }));
      const ending = invitations
        .list()
        .filter((one) => revoke && one.institution === institution && one.state === 'valid')
        .map(({ id }) => id);
      const { value } = change(
        'institution-merged',
        { institution, subject: `${institution} ${into}`, by },
        (register) => mergeInstitution(register, institution, into, { movePeople }),
        () => {
          for (const id of ending) workspace.invitations.revoke(id, ports.clock.now());
        },
      );
      if (ending.length > 0) invitations.reread();
      return ok({ ...value, revoked: ending });
    },
    leave(institution, day, by) {
      if (!isKnown(institution)) return unknown(institution);
      return change('institution-left', { institution, subject: institution, by }, ({ process }) =>
        leaveInstitution(process, institution, day),
      );
    },
    comeBack(institution, by) {
      if (!isKnown(institution)) return unknown(institution);
      return change('institution-returned', { institution, subject: institution, by }, ({ process }) =>
        returnInstitution(process, institution),
      );
    },
    remove(institution, by) {
      if (!isKnown(institution)) return unknown(institution);
      const reason = boundInstitutions(workspace, [institution], rooms).get(institution);
      if (reason !== undefined) return fail(appError('institution-bound', { institution, reason }));
      return change('institution-removed', { institution, subject: institution, by }, (register) =>
        removeInstitution(register, institution),
      );
    },
    takeBack(id, by) {
      const known = kept.get(id);
      if (known === undefined) return false;
      const isDone = rooms.editTogether(
        ROOMS,
        (docOf) => takeBackChanges(registerOf(docOf), known.changes),
        () => note('institution-undone', known.institution, by),
      );
      if (isDone) kept.delete(id);
      return isDone;
    },
  };
}
