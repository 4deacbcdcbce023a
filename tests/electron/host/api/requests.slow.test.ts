import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseJson } from '../../../../electron/host/api/read-json.ts';
import { httpTransport } from '../../../../electron/host/replica/http-transport.ts';
import { createApiClient } from '../../../../shared/api/client.ts';
import { readRound } from '../../../../shared/rooms/phase-room.ts';
import { readJoinLink } from '../../../../shared/api/join-link.ts';
import { institutionId } from '../../../../shared/ids/ids.ts';
import { valueOf } from '../../../support/filled-workspace.ts';
import { startHost, type TestHost } from '../../../support/live-host.ts';
import { rawRequest, sendRaw } from '../../../support/raw-http.ts';

const portOf = ({ url }: TestHost): number => Number(new URL(url).port);
const clientOf = ({ url, secret }: TestHost) => createApiClient(httpTransport(url, secret));

it('API5: a typed client works through the whole of a round', async () => {
  const host = await startHost();
  const api = clientOf(host);
  expect(valueOf(await api('workspace.overview', {}))).toMatchObject({
    municipality: 'Stadt Musterfurt',
    institutions: 25,
    editions: 2,
    principal: 'local',
    role: 'moderator',
    phase: { text: 'open' },
  });
  expect(valueOf(await api('editions.list', {})).map(({ label }) => label)).toEqual(['2008', '2014']);
  const frozen = valueOf(await api('editions.freeze', { label: '2020', adoption: null }));
  expect(await api('editions.freeze', { label: '2020', adoption: null })).toMatchObject({
    error: { code: 'edition-exists', details: { label: '2020' } },
  });
  expect(valueOf(await api('workspace.verify', {})).editions.at(-1)).toEqual({
    label: '2020',
    title: 'Leitbild',
    frozenAt: '2019-05-01T10:00:00Z',
    hash: frozen.hash,
  });
  const phase = { text: 'locked', contributions: 'open', voices: 'everyone' } as const;
  valueOf(await api('phase.set', phase));
  expect(valueOf(await api('phase.get', {}))).toEqual(phase);
  expect(valueOf(await api('register.list', {}))).toHaveLength(25);
  expect(JSON.stringify(valueOf(await api('register.list', {})))).not.toContain('Person');
  expect(JSON.stringify(valueOf(await api('register.contacts', {})))).toContain('Person 7');
  expect(valueOf(await api('host.status', {}))).toMatchObject({ storage: 'sound' });
  expect(host.workspace.audit.list().map(({ action }) => action)).toContain('phase-set');
});

it('API6: an invitation has a link and a QR code once others can reach the host', async () => {
  const host = await startHost();
  const api = clientOf(host);
  const request = {
    role: 'delegate',
    institution: institutionId('i4'),
    expiresAt: '2028-01-01T00:00:00Z',
  } as const;
  expect(valueOf(await api('invitations.create', request))).toMatchObject({ link: null, qrSvg: null });
  const shared = valueOf(await api('sharing.start', { port: 0, tls: true }));
  const issued = valueOf(await api('invitations.create', request));
  expect(issued.qrSvg).toContain('<svg');
  const link = readJoinLink(issued.link ?? '');
  expect(link).toMatchObject({
    token: issued.token,
    fingerprint: shared.state === 'on' ? shared.fingerprint : null,
  });
  const listed = JSON.stringify(valueOf(await api('invitations.list', {})));
  expect(listed).toContain(issued.invitation.id);
  expect(listed).not.toContain(issued.token);
  expect(host.logged.join()).not.toContain(issued.token);
  expect(await api('invitations.create', { ...request, institution: institutionId('nobody') })).toMatchObject(
    {
      error: { code: 'institution-unknown' },
    },
  );
  expect(await api('invitations.create', { ...request, expiresAt: '2019-01-01T00:00:00Z' })).toMatchObject({
    error: { code: 'argument-invalid' },
  });
});

it.each([
  ['GET /', {}, '', 404, 'call-unknown'],
  ['GET /api/', {}, '', 404, 'call-unknown'],
  ['GET /api/__proto__', {}, '', 404, 'call-unknown'],
  ['GET /api/constructor', {}, '', 404, 'call-unknown'],
  ['GET /api/../api/phase.get', {}, '', 404, 'call-unknown'],
  ['GET /api/phase.get/', {}, '', 404, 'call-unknown'],
  ['GET /%61pi/phase.get', {}, '', 404, 'call-unknown'],
  ['POST /healthz', {}, '{}', 404, 'call-unknown'],
  ['DELETE /api/phase.get', {}, '', 405, 'method-not-allowed'],
  ['GET /api/phase.set', {}, '', 405, 'method-not-allowed'],
  ['GET /api/phase.get?a=1', {}, '', 400, 'request-invalid'],
  ['GET /api/phase.get?a=1&a=2', {}, '', 400, 'request-invalid'],
  ['POST /api/phase.set', {}, '{', 400, 'request-invalid'],
  ['POST /api/phase.set', {}, '{}', 400, 'request-invalid'],
  ['POST /api/phase.set', {}, 'null', 400, 'request-invalid'],
  ['POST /api/phase.set', { 'content-type': 'text/plain' }, '{}', 400, 'request-invalid'],
  [
    'POST /api/phase.set',
    {},
    '{"text":"open","contributions":"open","voices":"everyone","__proto__":{}}',
    400,
    'request-invalid',
  ],
  ['POST /api/rounds.open', {}, '{"round":"../x"}', 400, 'request-invalid'],
  ['POST /api/invitations.revoke', {}, '{"invitation":"nobody"}', 404, 'invitation-unknown'],
  [
    'POST /api/invitations.create',
    {},
    '{"role":"moderator","institution":"i1","expiresAt":"2028-01-01T00:00:00Z"}',
    400,
    'request-invalid',
  ],
  ['POST /api/invitations.rotate', {}, '{"invitation":"reader"}', 409, 'invitation-revoked'],
])('API7: %s with %j and %s gives a code', async (line, headers, body, status, code) => {
  const host = await startHost();
  const answer = await rawRequest(
    portOf(host),
    line,
    { authorization: `Bearer ${host.secret}`, ...headers },
    body,
  );
  expect({ status: answer.status, ...(JSON.parse(answer.body) as object) }).toMatchObject({
    status,
    ok: false,
    error: { code },
  });
  expect(answer.body).not.toMatch(/\.ts|node_modules|\n\s+at |\/tmp\//);
});

it('API8: bodies that are too large, too deep, no UTF-8 or never end change nothing', async () => {
  const host = await startHost({ limits: { listener: { requestTimeout: 300, closeTimeout: 100 } } });
  const authorization = `Bearer ${host.secret}`;
  const send = (body: string, headers = {}) =>
    rawRequest(portOf(host), 'POST /api/rounds.open', { authorization, ...headers }, body);
  const large = await send(JSON.stringify({ round: 'x'.repeat(200_000) }));
  expect([large.status, large.body]).toEqual([413, expect.stringContaining('request-too-large')]);
  const chunk = 'x'.repeat(0x4000);
  const chunked = await sendRaw(
    portOf(host),
    `POST /api/rounds.open HTTP/1.1\r\nhost: 127.0.0.1:${String(portOf(host))}\r\nauthorization: ${authorization}\r\n` +
      `content-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n${`4000\r\n${chunk}\r\n`.repeat(20)}`,
  );
  expect(chunked.status).toBe(413);
  const deep = await send(`{"round":${'['.repeat(50_000)}${']'.repeat(50_000)}}`);
  expect([deep.status, deep.body]).toEqual([400, expect.stringContaining('nested too deep')]);
  const bytes = Buffer.concat([Buffer.from('{"round":"'), Buffer.from([0xff, 0xfe]), Buffer.from('"}')]);
  expect((await send(bytes.toString('latin1'), { 'content-length': String(bytes.length) })).status).toBe(400);
  expect((await send('{"round"', { 'content-length': '1000' })).status).toBe(408);
  expect(host.rooms.read('process', readRound)).toBeNull();
});

it('API9: random requests are answered with a code or the connection is ended, and the host lives on', async () => {
  const host = await startHost({ limits: { listener: { requestTimeout: 200, headersTimeout: 200 } } });
  const request = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc
      .tuple(fc.constantFrom('GET', 'POST', 'PUT', 'X'), fc.webPath(), fc.string(), fc.string())
      .map(([method, path, header, body]) =>
        Buffer.from(
          `${method} /api${path} HTTP/1.1\r\nhost: 127.0.0.1:${String(portOf(host))}\r\nx: ${header}\r\nconnection: close\r\n\r\n${body}`,
        ),
      ),
  );
  await fc.assert(
    fc.asyncProperty(request, async (bytes) => {
      const { status, body } = await sendRaw(portOf(host), Buffer.concat([bytes, Buffer.from('\r\n\r\n')]));
      expect(status).not.toBe(500);
      expect(body).not.toMatch(/\.ts:|\n\s+at /);
    }),
    { seed: 20190705, numRuns: 60 },
  );
  expect((await rawRequest(portOf(host), 'GET /healthz')).body).toBe('{"status":"ok"}');
});

it('API10: JSON is parsed to a depth, and strings with brackets do not count', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
      const bytes = Buffer.from(JSON.stringify(value));
      expect(parseJson(bytes, 20)).toEqual({ ok: true, value: JSON.parse(bytes.toString()) as unknown });
    }),
    { seed: 20190705 },
  );
  expect(parseJson(Buffer.from('"[[[[{{{{\\"[[[["'), 1)).toMatchObject({ ok: true });
  expect(parseJson(Buffer.from('[[1]]'), 1)).toMatchObject({ ok: false });
});
