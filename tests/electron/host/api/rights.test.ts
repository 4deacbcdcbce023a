import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { callNames, contract, type CallName } from '../../../../shared/api/contract.ts';
import { roles, type Role } from '../../../../shared/rights/rights.ts';
import { pictureBytes } from '../../../support/filled-workspace.ts';
import { startHost, type TestHost } from '../../../support/live-host.ts';
import { rawRequest, type RawAnswer } from '../../../support/raw-http.ts';

/** An input that each call takes, so that a refusal can only be about rights. */
const inputs: Partial<Record<CallName, object>> = {
  'editions.freeze': { label: '2020', adoption: null },
  'invitations.create': { role: 'moderator', institution: null, expiresAt: '2028-01-01T00:00:00Z' },
  'invitations.rotate': { invitation: 'moderator' },
  'invitations.revoke': { invitation: 'delegate' },
  'phase.set': { text: 'locked', contributions: 'open', voices: 'everyone' },
  'sharing.start': { port: 0, tls: false },
  'editions.content': { label: '2008' },
  'assets.content': { asset: createHash('sha256').update(pictureBytes).digest('hex') },
  'editions.show': { label: '2008' },
  'editions.verify': { label: '2014' },
  'editions.compare': { from: '2008', to: '2014' },
  'export.start': { source: { kind: 'edition', label: '2008' }, format: 'json' },
  'assessment.export': {
    ...{ what: 'table', format: 'csv', anonymised: false },
    ...{ round: 'nobodys', institutions: null },
  },
  'print.preview': { variant: 'pdf' },
  'export.save': { download: 'A'.repeat(43), path: '/nowhere/a.pdf' },
  'workspace.saveCopy': { path: '/nowhere/a.leitbild', goOnThere: false },
  'jobs.status': { job: 'nobodys' },
  'jobs.cancel': { job: 'nobodys' },
  'import.plan': { upload: 'nobodys', name: 'a.txt' },
  'import.replan': { plan: 'nobodys', changes: [] },
  'import.get': { plan: 'nobodys' },
  'import.apply': { plan: 'nobodys', changes: [] },
  'import.undo': { import: 99 },
  'history.at': { moment: '1' },
  'history.compare': { moment: '1', with: 'now' },
  'register.importPlan': { upload: 'nobodys', name: 'a.csv' },
  'register.importApply': { upload: 'nobodys', name: 'a.csv', seen: '', answers: [], removeMissing: true },
  'register.export': { format: 'csv' },
  'register.merge': { institution: 'i1', into: 'i2', movePeople: true, revoke: true },
  'register.leave': { institution: 'i4', day: '2026-01-01' },
  'register.comeBack': { institution: 'i4' },
  'register.remove': { institution: 'i5' },
  'register.takeBack': { change: 'nobodys' },
  'rounds.save': {
    round: {
      ...{ id: 'r7', name: 'Erste Runde', opensAt: null, closesAt: null },
      ...{ invited: 'all', places: 'all', visibility: 'own' },
    },
  },
  'rounds.remove': { round: 'r9' },
  'rounds.open': { round: 'r9' },
  'rounds.answers': { round: 'r9' },
  'rounds.close': { round: 'r9' },
  'rounds.base': { round: 'r2019' },
  'contributions.enter': {
    ...{ institution: 'i3', round: 'r7', source: 'letter', dated: '2019-04-30', reference: 'S. 2' },
    record: { type: 'withdrawal', withdraws: 'c1', body: '' },
  },
  'contributions.search': { query: 'Stadt' },
  'decisions.decide': {
    contributions: [{ id: 'nobodys', expected: null }],
    ...{ outcome: 'noted', reason: '', stage: 'final', workshop: null, wordings: [] },
  },
  'decisions.reopen': { decision: 'nobodys', reason: '', restoreText: true },
  'packages.create': { round: 'r9', institutions: ['i3'], form: 'package' },
  'packages.withdraw': { author: 'nobodys' },
  'packages.inspect': { upload: 'nobodys', name: 'a.zip' },
  'packages.report': { inspection: 'nobodys' },
  'packages.lines': { inspection: 'nobodys', answer: 'a'.repeat(64) },
  'packages.apply': {
    inspection: 'nobodys',
    take: [{ answer: 'a'.repeat(64), records: 'all' }],
    takeLate: true,
  },
  'refusals.restore': { refusal: 1 },
  'refusals.dismiss': { refusal: 1 },
};

/** What the table of the contract ought to say; written out, so that a slip there is noticed. */
const open: readonly CallName[] = [
  'workspace.overview',
  'editions.list',
  'phase.get',
  'rounds.base',
  'contributions.search',
  'register.list',
  'replica.source',
  'replica.origin',
  'editions.content',
  'assets.content',
  'editions.show',
  'editions.compare',
  'editions.verify',
  'profile.get',
  'export.start',
  'jobs.status',
  'jobs.cancel',
];
/** Calls of those who write the text. */
const writing: readonly CallName[] = [
  'print.preview',
  'history.list',
  'history.at',
  'history.compare',
  'history.settle',
];
/** What is answered to who may call, where there is nothing of the kind; the text was locked just before. */
const absent: Partial<Record<CallName, string>> = {
  'jobs.status': 'job-unknown',
  'jobs.cancel': 'job-unknown',
  'rounds.remove': 'round-unknown',
  'assessment.export': 'round-unknown',
  'rounds.open': 'round-unknown',
  'rounds.answers': 'round-unknown',
  'rounds.close': 'round-unknown',
  'contributions.enter': 'contribution-refused',
  'export.save': 'download-unknown',
  'workspace.saveCopy': 'file-unwritable',
  'import.plan': 'upload-unknown',
  'register.importPlan': 'upload-unknown',
  'register.importApply': 'upload-unknown',
  'import.replan': 'plan-unknown',
  'import.get': 'plan-unknown',
  'import.apply': 'text-locked',
  'import.undo': 'text-locked',
  'packages.create': 'round-unknown',
  'packages.withdraw': 'invitation-unknown',
  'packages.inspect': 'upload-unknown',
  'packages.report': 'plan-unknown',
  'packages.lines': 'plan-unknown',
  'packages.apply': 'plan-unknown',
  'packages.answer': 'round-unknown',
  'decisions.decide': 'contribution-unknown',
  'decisions.reopen': 'decision-unknown',
};
const local: readonly CallName[] = [
  'sharing.start',
  'sharing.stop',
  'replica.status',
  'replica.leave',
  'replica.sync',
  'refusals.list',
  'refusals.restore',
  'refusals.dismiss',
  'export.save',
  'workspace.saveCopy',
];

/** Inputs by which nothing is set or written in a worker thread, where only the right to call is asked for. */
const idle: Partial<Record<CallName, object>> = {
  'print.preview': { variant: 'none' },
  'export.start': { source: { kind: 'edition', label: '1999' }, format: 'json' },
};

function attack(
  port: number,
  name: CallName,
  authorization: string | null,
  input = inputs[name] ?? {},
): Promise<RawAnswer> {
  const { method } = contract[name];
  const body = method === 'POST' ? JSON.stringify(input) : '';
  const query = method === 'GET' ? `?${new URLSearchParams(Object.entries(input)).toString()}` : '';
  return rawRequest(
    port,
    `${method} /api/${name}${query}`,
    authorization === null ? {} : { authorization },
    body,
  );
}

const portOf = (url: string): number => Number(new URL(url).port);

/** All that a refused call could have changed. */
function stateOf(host: TestHost): string {
  const process = host.workspace.rooms.load('process');
  const phase = JSON.stringify(process.getMap('phase').toJSON());
  const rounds = JSON.stringify(process.getMap('rounds').toJSON());
  const register = JSON.stringify(process.getMap('institutions').toJSON());
  process.destroy();
  const voices = host.workspace.rooms.load('voices');
  const said = JSON.stringify(voices.getMap('contributions').toJSON());
  voices.destroy();
  return JSON.stringify([
    ...[phase, rounds, register, said, host.workspace.roundBases.list()],
    host.workspace.editions.list(),
    host.workspace.invitations.list().map((one) => ({ ...one, lastSeenAt: null })),
    host.workspace.audit.list(),
    host.workspace.packages.sent(),
    host.workspace.refusedCopies.list(),
    host.workspace.upstreams.current(),
    host.workspace.moments.list({ limit: 100 }),
    host.workspace.imports.list(),
    host.sharing.status(),
  ]);
}

describe('every call, as everybody', () => {
  it('API1: without a token, or with a wrong one, nothing but 401', async () => {
    const host = await startHost();
    const before = stateOf(host);
    const wrong = 'A'.repeat(43);
    for (const name of callNames) {
      for (const [authorization, code] of [
        [null, 'token-missing'],
        ['Basic bG9jYWw6', 'token-missing'],
        ['Bearer ', 'token-missing'],
        [`Bearer ${wrong}`, /token-unknown|rate-limited/],
        [`Bearer ${host.secret.slice(1)}`, /token-unknown|rate-limited/],
      ] as const) {
        const answer = await attack(portOf(host.url), name, authorization);
        expect({ name, authorization, status: answer.status }).toEqual({
          ...{ name, authorization },
          status: answer.body.includes('rate-limited') ? 429 : 401,
        });
        const told = JSON.parse(answer.body) as { error: { code: string; details: object } };
        expect(told.error.code).toMatch(code);
        expect(told).toEqual({ ok: false, error: { code: told.error.code, details: {} } });
      }
    }
    expect(stateOf(host)).toBe(before);
  });

  it.each(roles)('API2: as %s, exactly the calls of that role, on both listeners', async (role) => {
    const host = await startHost();
    await host.sharing.start({ port: 0, tls: false });
    const sharing = host.sharing.listener;
    const { token } = host.invite(role);
    const ports = [portOf(host.url), sharing?.port ?? 0];
    for (const name of callNames) {
      for (const port of ports) {
        const before = stateOf(host);
        const { status, body } = await attack(port, name, `Bearer ${token}`, idle[name] ?? inputs[name]);
        const allowed = mayCall(role, name);
        expect({ name, role, port, refused: status === 403 }).toEqual({
          name,
          role,
          port,
          refused: !allowed,
        });
        if (!allowed) {
          expect(JSON.parse(body)).toEqual({
            ok: false,
            error: { code: 'call-not-allowed', details: { call: name, role } },
          });
          expect(stateOf(host)).toBe(before);
        }
      }
    }
  });

  it('API3: the secret of this start may do all, on the loopback listener only', async () => {
    const host = await startHost();
    for (const name of callNames) {
      if (name === 'sharing.stop') continue;
      const { status, body } = await attack(portOf(host.url), name, `Bearer ${host.secret}`);
      const code = status === 200 ? undefined : (JSON.parse(body) as { error: { code: string } }).error.code;
      expect({ name, code }).toEqual({ name, code: absent[name] });
    }
    const shared = host.sharing.listener;
    for (const name of callNames) {
      const { status } = await attack(shared?.port ?? 0, name, `Bearer ${host.secret}`);
      expect([401, 429]).toContain(status);
    }
    const stopped = await attack(portOf(host.url), 'sharing.stop', `Bearer ${host.secret}`);
    expect(JSON.parse(stopped.body)).toMatchObject({ ok: true, value: { state: 'off', lost: false } });
  });

  it('API4: a revoked, a replaced and an expired token are told as such and open nothing', async () => {
    const host = await startHost();
    const [revoked, replaced, expired] = [
      host.invite('moderator'),
      host.invite('moderator'),
      host.invite('moderator'),
    ];
    host.invitations.revoke(revoked.id);
    host.invitations.rotate(replaced.id);
    const port = portOf(host.url);
    const codeFor = async (token: string): Promise<unknown> => {
      const { body } = await attack(port, 'phase.set', `Bearer ${token}`);
      return (JSON.parse(body) as { error?: { code: string } }).error?.code;
    };
    expect(await codeFor(revoked.token)).toBe('token-revoked');
    expect(await codeFor(replaced.token)).toBe('token-revoked');
    host.clock.instant = '2029-01-01T00:00:00Z';
    expect(await codeFor(expired.token)).toBe('token-expired');
  });
});

function mayCall(role: Role, name: CallName): boolean {
  if (local.includes(name)) return false;
  if (role === 'delegate' && name === 'packages.answer') return true;
  return role === 'moderator' || open.includes(name) || (role === 'editor' && writing.includes(name));
}
