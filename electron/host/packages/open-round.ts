import { chmodSync, existsSync, rmSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { Doc } from 'yjs';
import { submitContribution, writeAnswers } from '../../../shared/contributions/contributions-room.ts';
import { acceptVoices } from '../../../shared/contributions/voices-room.ts';
import { writeDecision } from '../../../shared/decisions/decisions-room.ts';
import { canonicalJson } from '../../../shared/editions/canonical-json.ts';
import { appError, type AppError } from '../../../shared/errors/errors.ts';
import { fail, ok, type Result } from '../../../shared/errors/result.ts';
import { PACKAGE_LIMIT } from '../../../shared/packages/envelope.ts';
import { openRound } from '../../../shared/packages/open-package.ts';
import { ROUND_ENDING } from '../../../shared/packages/package-files.ts';
import type { RoundPackage } from '../../../shared/packages/round-package.ts';
import { initialPhase, writePhase, writeRound } from '../../../shared/rooms/phase-room.ts';
import { upsertEntries } from '../../../shared/rooms/register-room.ts';
import { writeDocument, writeHeader } from '../../../shared/rooms/text-room.ts';
import { emptyContact } from '../../../shared/register/institution.ts';
import { makeRoundBase } from '../../../shared/rounds/round-base.ts';
import { voicesFor } from '../../../shared/rounds/round.ts';
import { writeRoundEntry } from '../../../shared/rounds/rounds-room.ts';
import { readFileOf } from '../files/read-file.ts';
import type { HostPorts } from '../ports.ts';
import { attempt } from '../workspace/attempt.ts';
import { editRoom } from '../workspace/edit-room.ts';
import { createWorkspace, openWorkspace } from '../workspace/open-workspace.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** What stands in a file made from a package where others name the host that they follow. */
const NO_HOST = 'package:';

/** Whether a name ends as that of a round package does. */
export function isRoundPackage(path: string): boolean {
  return extname(path).toLowerCase() === `.${ROUND_ENDING}`;
}

/** Where the file made from a package lies: beside it, under its name; further ones are counted. */
function workspaceBeside(path: string, count: number): string {
  const name = basename(path, extname(path));
  return join(dirname(path), `${count === 1 ? name : `${name} (${String(count)})`}.leitbild`);
}

/**
 * Makes the file in which an institution takes part by a package, beside the package; one that was made from it before
 * stays as it is. Any other file of that name is never touched: it fails with `workspace-exists`, which names it, or
 * takes the next free name where `anew` says so. Fails as reading, opening and making fail, and leaves nothing behind
 * then. `openHere` gives what is in a file that this program has open.
 */
export async function openRoundPackage(
  path: string,
  options: {
    readonly ports: HostPorts;
    readonly anew?: boolean;
    readonly openHere?: (path: string) => Workspace | null;
  },
): Promise<Result<string>> {
  const { ports, anew = false, openHere = () => null } = options;
  const read = await readFileOf(path, PACKAGE_LIMIT);
  if (!read.ok) return read;
  const text = Buffer.from(read.value).toString('utf8').trimEnd();
  const opened = openRound(text, path);
  if (!opened.ok) return opened;
  let target = workspaceBeside(path, 1);
  let firstFault: AppError | null = null;
  for (let count = 1; existsSync(target); target = workspaceBeside(path, (count += 1))) {
    const open = openHere(target);
    const made = open === null ? wasMadeFrom(target, text, ports) : madeFrom(open, text);
    if (made.ok && made.value) return ok(target);
    firstFault ??= made.ok ? appError('workspace-exists', { path: target }) : made.error;
  }
  if (firstFault !== null && !anew) return fail(firstFault);
  const { inside } = opened.value;
  const created = createWorkspace(target, { profile: inside.base.profile, ports });
  if (!created.ok) return created;
  // The institution's key will be in it.
  chmodSync(target, 0o600);
  const filled = attempt(() => {
    created.value.transaction(() => fill(created.value, inside, text, ports));
    return ok(undefined);
  });
  const closed = created.value.close();
  if (filled.ok && closed.ok) return ok(target);
  for (const part of ['', '-wal', '-shm', '-journal']) rmSync(`${target}${part}`, { force: true });
  return filled.ok ? fail(appError('file-unwritable', { path: target, reason: 'close' })) : filled;
}

function wasMadeFrom(target: string, text: string, ports: HostPorts): Result<boolean> {
  const opened = openWorkspace(target, { ports, readOnly: true });
  if (!opened.ok) return opened;
  const made = madeFrom(opened.value, text);
  opened.value.close();
  return made;
}

function madeFrom({ packages }: Workspace, text: string): Result<boolean> {
  return attempt(() => ok(packages.openedFrom() === text));
}

function fill(workspace: Workspace, inside: RoundPackage, text: string, { clock }: HostPorts): void {
  const { base, round, institution, author } = inside;
  const { title, subtitle, municipality, document } = base;
  editRoom(workspace, 'text', (doc) => {
    writeHeader(doc, { title, subtitle, municipality });
    writeDocument(doc, document);
  });
  editRoom(workspace, 'process', (process) => {
    const contacts = new Doc();
    const entries = inside.register.map((one) => ({ institution: one, contact: emptyContact }));
    upsertEntries({ process, contacts }, entries);
    contacts.destroy();
    writeRoundEntry(process, round);
    writeRound(process, round.id);
    writePhase(process, { ...initialPhase, contributions: inside.takes, voices: voicesFor(round) });
  });
  editRoom(workspace, 'voices', (doc) =>
    acceptVoices(
      doc,
      inside.voices.map((voice) => ({ ...voice, canonical: canonicalJson(voice.record) })),
    ),
  );
  editRoom(workspace, 'decisions', (doc) => {
    for (const record of inside.decisions) writeDecision(doc, record);
  });
  const own = inside.voices.filter(({ record }) => record.institution === institution.id);
  editRoom(workspace, `contributions/${institution.id}`, (doc) => {
    for (const { record } of own) submitContribution(doc, record);
    writeAnswers(doc, new Map(own.map(({ record, receipt }) => [record.id, { receipt, refusal: null }])));
  });
  workspace.roundBases.insert(makeRoundBase(base));
  workspace.packages.keepOpened(text);
  // It speaks for the institution, and nobody is there to follow.
  const principal = { id: author, role: 'delegate', institution: institution.id } as const;
  const joinedAt = clock.now();
  workspace.upstreams.join({ base: NO_HOST, fingerprint: null, token: '', principal, joinedAt });
  workspace.upstreams.leave();
}
