import { createHash } from 'node:crypto';
import type { RegisterPlan } from '../../../../shared/api/register-calls.ts';
import { canonicalJson } from '../../../../shared/editions/canonical-json.ts';
import { appError } from '../../../../shared/errors/errors.ts';
import { fail, ok, type Result } from '../../../../shared/errors/result.ts';
import type { RegisterEntry } from '../../../../shared/register/institution.ts';
import { listInstitutions, listRegister } from '../../../../shared/rooms/register-room.ts';
import type { RegisterDesk } from '../../register/register-desk.ts';
import { applyRegisterImport, dayOf, readRegister } from '../../register/register-import.ts';
import { onlyUpstream } from '../../replica/only-upstream.ts';
import type { CallContext, Handlers } from '../host-services.ts';
import { endRevoked } from './invitations.ts';

const mediaTypes = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** The institutions; their contacts are another call, because only moderation may have them. */
export const registerHandlers = {
  'register.list': (_input, { services: { readRoom } }) => ok(readRoom('process', listInstitutions)),
  'register.contacts': (_input, { services: { readRoom } }) =>
    ok(
      readRoom('process', (process) =>
        readRoom('contacts', (contacts) => listRegister({ process, contacts })),
      ),
    ),
  'register.importPlan': (input, context) => plan(input, context),
  'register.importApply': async (input, context) => {
    const { upload, name, seen, answers, removeMissing } = input;
    const { principal, services } = context;
    const { workspace, ports, live, window } = services;
    const planned = await plan({ upload, name }, context);
    if (!planned.ok) return planned;
    // Nothing is awaited from here to the writing, so nobody comes between; while the table was read, somebody may have.
    const now = versionOf(readRegister(workspace, live));
    if (planned.value.seen !== seen || now !== seen)
      return fail(appError('register-changed', { path: name }));
    const options = { answers, removeMissing };
    const applied = applyRegisterImport(workspace, planned.value.preview, options, ports, live);
    if (applied.ok) await window.uploads.remove(principal.id, upload);
    return applied;
  },
  'register.merge': (input, context) =>
    atDesk(context, (desk, by) => {
      const merged = desk.merge(input, by);
      if (merged.ok) for (const id of merged.value.revoked) endRevoked(id, context.services);
      return merged;
    }),
  'register.leave': ({ institution, day }, context) =>
    atDesk(context, (desk, by) => desk.leave(institution, day, by)),
  'register.comeBack': ({ institution }, context) =>
    atDesk(context, (desk, by) => desk.comeBack(institution, by)),
  'register.remove': ({ institution }, context) =>
    atDesk(context, (desk, by) => desk.remove(institution, by)),
  'register.takeBack': ({ change }, context) => atDesk(context, (desk, by) => ok(desk.takeBack(change, by))),
  'register.export': async ({ format }, { principal, services: { workspace, live, window } }) => {
    const register = readRegister(workspace, live);
    const written = await window.registerWorker.run({ do: 'write', format, register });
    if (!written.ok) return written;
    if (written.value.do !== 'write') throw new Error('the thread did other work');
    const bytes = Buffer.from(written.value.bytes);
    const file = { name: `Register.${format}`, mediaType: mediaTypes[format] };
    const download = await window.downloads.offer(principal.id, { ...file, bytes });
    return download.ok
      ? ok({ kind: 'file', download: download.value, ...file, bytes: bytes.length, unproven: false })
      : download;
  },
} satisfies Partial<Handlers>;

/** The register is merged and shortened where the Leitbild is kept, and nowhere else. */
function atDesk<T>(
  { principal, services }: CallContext,
  work: (desk: RegisterDesk, by: string) => Result<T>,
): Result<T> {
  const elsewhere = onlyUpstream(services.workspace);
  return elsewhere === null ? work(services.registerDesk, principal.id) : fail(elsewhere);
}

/** Reads the table and compares it with the register as it lives. */
async function plan(
  { upload, name }: { readonly upload: string; readonly name: string },
  { principal, services: { workspace, ports, live, window } }: CallContext,
): Promise<Result<RegisterPlan>> {
  const elsewhere = onlyUpstream(workspace);
  if (elsewhere !== null) return fail(elsewhere);
  const bytes = await window.uploads.read(principal.id, upload);
  if (!bytes.ok) return bytes;
  const register = readRegister(workspace, live);
  const today = dayOf(ports);
  const work = { do: 'preview', bytes: bytes.value, name, register, today } as const;
  const done = await window.registerWorker.run(work);
  if (!done.ok) return done;
  if (done.value.do !== 'preview') throw new Error('the thread did other work');
  return ok({ preview: done.value.preview, seen: versionOf(register) });
}

function versionOf(register: readonly RegisterEntry[]): string {
  return createHash('sha256').update(canonicalJson(register)).digest('hex');
}
