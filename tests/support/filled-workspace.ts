import { Doc, encodeStateAsUpdate } from 'yjs';
import { canonicalJson } from '../../shared/editions/canonical-json.ts';
import type { EditionContent, FrozenEdition } from '../../shared/editions/edition.ts';
import { createHash } from 'node:crypto';
import type { HostPorts } from '../../electron/host/ports.ts';
import { createWorkspace, openWorkspace } from '../../electron/host/workspace/open-workspace.ts';
import type { Workspace } from '../../electron/host/workspace/workspace.ts';
import {
  createCountingIds,
  institutionId,
  invitationId,
  nodeId,
  roundId,
  sha256,
  type Sha256,
} from '../../shared/ids/ids.ts';
import { importReport } from './import-report.ts';
import type { Result } from '../../shared/errors/result.ts';
import { publicKeyOf, secretKeyOf } from '../../shared/packages/envelope.ts';
import { upsertEntries } from '../../shared/rooms/register-room.ts';
import { writeDocument, writeHeader } from '../../shared/rooms/text-room.ts';
import { makeRoundBase, type ProvenRoundBase } from '../../shared/rounds/round-base.ts';
import type { LeitbildDocument } from '../../shared/schema/document.ts';
import { generatorProfile } from './arbitrary-document.ts';

/** Ports with a clock that stands still and ids that count, so that a test's file can be made again. */
export function fixedPorts(): HostPorts {
  return { clock: { now: () => '2019-04-01T10:00:00Z' }, createId: createCountingIds() };
}

/** The value, or an error that shows the failure; for steps of a test that must not fail. */
export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

export function made(path: string): Workspace {
  return valueOf(createWorkspace(path, { profile: generatorProfile, ports: fixedPorts() }));
}

export function opened(path: string, readOnly = false): Workspace {
  return valueOf(openWorkspace(path, { ports: fixedPorts(), readOnly }));
}

/** A chapter of that many paragraphs with that word in each. */
export function smallDocument(paragraphs: number, word: string): LeitbildDocument {
  return {
    type: 'leitbild',
    content: [
      {
        type: 'chapter',
        attrs: { id: nodeId('k1'), origins: [] },
        content: [
          { type: 'heading', content: [{ type: 'text', text: 'Bildung' }] },
          ...Array.from({ length: paragraphs }, (_, index) => ({
            type: 'paragraph' as const,
            attrs: { id: nodeId(`p${String(index)}`), origins: [] },
            content: [{ type: 'text' as const, text: `${word} ${String(index)}` }],
          })),
        ],
      },
    ],
  };
}

/** A small edition with a true hash. */
export function frozenEdition(label: string, previous: Sha256 | null = null, paragraphs = 5): FrozenEdition {
  const content: EditionContent = {
    format: 'leitbild-edition',
    version: 1,
    label,
    title: 'Leitbild',
    subtitle: 'Zusammenleben',
    municipality: 'Stadt Musterfurt',
    adoption: null,
    frozenAt: '2019-04-01T10:00:00Z',
    profile: generatorProfile,
    document: smallDocument(paragraphs, label),
    participants: [],
    decisions: [],
    assets: [],
    logo: null,
    previous,
  };
  const hash = sha256(createHash('sha256').update(canonicalJson(content)).digest('hex'));
  return { content, hash };
}

export const pictureBytes: Buffer = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** Puts something into every part of a workspace: rooms with snapshot and tail, register, editions, asset, import. */
export function fill(workspace: Workspace): void {
  const text = new Doc();
  text.clientID = 1;
  text.on('update', (update: Uint8Array) => workspace.rooms.append('text', update));
  writeHeader(text, { title: 'Leitbild', subtitle: '', municipality: 'Stadt Musterfurt' });
  writeDocument(text, smallDocument(20, 'Erstens'));
  workspace.rooms.compact('text');
  for (let round = 0; round < 12; round += 1)
    writeDocument(text, smallDocument(20 + round, `Runde ${String(round)}`));
  const register = { process: new Doc(), contacts: new Doc() };
  register.process.clientID = 2;
  register.contacts.clientID = 3;
  upsertEntries(
    register,
    Array.from({ length: 25 }, (_, index) => ({
      institution: {
        id: institutionId(`i${String(index)}`),
        name: `Verein ${String(index)}`,
        kind: 'association' as const,
        seats: 2,
      },
      contact: { person: `Person ${String(index)}`, email: '', phone: '' },
    })),
  );
  workspace.rooms.append('process', encodeStateAsUpdate(register.process));
  workspace.rooms.append('contacts', encodeStateAsUpdate(register.contacts));
  const first = frozenEdition('2008');
  valueOf(workspace.editions.insert(first));
  valueOf(workspace.editions.insert(frozenEdition('2014', first.hash, 60)));
  valueOf(workspace.assets.put({ bytes: pictureBytes, name: 'logo.png', alternativeText: 'Wappen' }));
  const state = encodeStateAsUpdate(text);
  const id = workspace.imports.record({
    at: '2019-04-01T10:00:00Z',
    report: importReport('leitbild.txt'),
    before: new Uint8Array([0, 0]),
    after: state,
  });
  workspace.imports.markUndone(id, '2019-04-02T10:00:00Z');
  fillInvitations(workspace);
  workspace.refusedCopies.add({
    room: 'text',
    at: '2019-04-06T10:00:00Z',
    reason: 'room-locked',
    state: encodeStateAsUpdate(text),
  });
  workspace.clientOwners.add({ room: 'text', principal: 'moderator', clients: [1, 0xffff_ffff] });
  fillMoments(workspace);
  workspace.roundBases.insert(sampleRoundBase());
  fillPackages(workspace);
}

/** A key, and a package that went out. */
function fillPackages({ packages }: Workspace): void {
  packages.keepFileKey(secretKeyOf(new Uint8Array(32).fill(7)));
  packages.noteSent([
    {
      ...{ hash: sha256('b'.repeat(64)), round: roundId('r2019'), institution: institutionId('i3') },
      invitation: invitationId('delegate'),
      key: publicKeyOf(secretKeyOf(new Uint8Array(32).fill(8))),
      at: '2019-04-05T11:00:00Z',
    },
  ]);
}

/** What a round `r2019` asked about, with a true hash. */
export function sampleRoundBase(round = 'r2019', paragraphs = 3): ProvenRoundBase {
  return makeRoundBase({
    ...{ round: roundId(round), takenAt: '2019-04-05T10:00:00Z' },
    ...{ title: 'Leitbild', subtitle: '', municipality: 'Stadt Musterfurt', profile: generatorProfile },
    document: smallDocument(paragraphs, 'Gefragt'),
  });
}

/** Two moments of one day, of which the second has one paragraph more. */
function fillMoments({ moments }: Workspace): void {
  const header = { title: 'Leitbild', subtitle: '', municipality: 'Stadt Musterfurt' };
  for (const [index, minute] of ['02', '07'].entries()) {
    moments.add({
      from: `2019-04-01T10:${minute}:00Z`,
      to: `2019-04-01T10:${minute}:30Z`,
      cause: 'edit',
      label: '',
      authors: [
        {
          principal: 'local',
          name: 'Anna Beispiel',
          institution: null,
          institutionName: '',
          touched: [{ id: nodeId('k1'), type: 'chapter', number: '1', quote: 'Bildung' }],
          header: false,
        },
      ],
      removed: [],
      text: canonicalJson({ header, document: smallDocument(30 + index, 'Runde 11') }),
    });
  }
}

/** Makes a workspace follow a host that nobody answers for, as a delegate. */
export function followSomebody({ upstreams, packages }: Workspace): void {
  packages.keepOpened('{"format":"leitbild-package"}');
  upstreams.join({
    base: 'https://127.0.0.1:1',
    fingerprint: 'a'.repeat(64),
    token: 'T'.repeat(43),
    principal: { id: 'anna', role: 'delegate', institution: institutionId('i3') },
    joinedAt: '2019-04-07T10:00:00Z',
  });
}

/** A delegate who was seen and whose token was replaced, a moderator, and a reader whose invitation was revoked. */
function fillInvitations({ invitations }: Workspace): void {
  const at = '2019-04-03T10:00:00Z';
  const expiresAt = '2019-07-01T00:00:00Z';
  for (const [index, role] of (['delegate', 'moderator', 'reader'] as const).entries()) {
    const institution = role === 'delegate' ? institutionId('i3') : null;
    const tokenHash = Buffer.alloc(32, index + 1);
    invitations.add([{ id: invitationId(role), role, institution, createdAt: at, tokenHash, expiresAt }]);
  }
  invitations.see(invitationId('delegate'), '2019-04-04T10:00:00Z');
  invitations.replaceToken(invitationId('delegate'), { hash: Buffer.alloc(32, 9), expiresAt, at });
  invitations.revoke(invitationId('reader'), '2019-04-05T10:00:00Z');
}

/** Everything that can be read, as one text; throws or fails as reading does. */
export function contentsOf(workspace: Workspace): string {
  const rooms = workspace.rooms.list().map((room) => {
    const doc = workspace.rooms.load(room);
    return [room, Buffer.from(encodeStateAsUpdate(doc)).toString('base64')];
  });
  const editions = workspace.editions
    .list()
    .map((summary) => [
      summary,
      Buffer.from(valueOf(workspace.editions.canonicalBytes(summary.label))).toString(),
    ]);
  const assets = workspace.assets.list().map(({ id }) => {
    const asset = workspace.assets.get(id);
    return asset && { ...asset, bytes: Buffer.from(asset.bytes).toString('base64') };
  });
  const imports = workspace.imports.list().map((entry) => {
    const states = workspace.imports.states(entry.id);
    return [
      entry,
      states && [states.before, states.after].map((state) => Buffer.from(state).toString('base64')),
    ];
  });
  const invitations = workspace.invitations.list();
  const refusedCopies = workspace.refusedCopies
    .list()
    // Versions before 6 put none of them away.
    .map(({ dismissedAt, ...copy }) => [
      dismissedAt === null ? copy : { ...copy, dismissedAt },
      Buffer.from(workspace.refusedCopies.state(copy.id) ?? []).toString('base64'),
    ]);
  const moments = workspace.moments
    .list({ limit: 1_000 })
    .map((moment) => [moment, workspace.moments.text(moment.id)]);
  const upstream = workspace.upstreams.current();
  const clientOwners = workspace.clientOwners.list();
  const roundBases = workspace.roundBases.list().map(({ round }) => workspace.roundBases.get(round));
  const sentPackages = workspace.packages.sent();
  return JSON.stringify({
    rooms,
    editions,
    assets,
    imports,
    // Versions before 4 had none.
    ...(invitations.length > 0 && { invitations }),
    // Versions before 5 had none.
    ...(refusedCopies.length > 0 && { refusedCopies }),
    // Versions before 6 followed nobody.
    ...(upstream !== null && { upstream }),
    // Versions before 7 did not know whose the client ids are.
    ...(clientOwners.length > 0 && { clientOwners }),
    // Versions before 8 had none.
    ...(moments.length > 0 && { moments }),
    // Versions before 9 had none.
    ...(roundBases.length > 0 && { roundBases }),
    // Versions before 10 had none.
    ...(sentPackages.length > 0 && {
      sentPackages,
      fileKey: workspace.packages.fileKey(),
      openedFrom: workspace.packages.openedFrom(),
    }),
    profile: workspace.profile,
    audit: workspace.audit.list(),
  });
}
