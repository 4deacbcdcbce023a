import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { AnswerReport } from '../../../../shared/api/package-calls.ts';
import { institutionId, nodeId, sha256 } from '../../../../shared/ids/ids.ts';
import { publicKeyOf, secretKeyOf } from '../../../../shared/packages/envelope.ts';
import { writeDocument } from '../../../../shared/rooms/text-room.ts';
import { withdrawal } from '../../../support/arbitrary-contribution.ts';
import { smallDocument, valueOf } from '../../../support/filled-workspace.ts';
import {
  answerTo,
  applyAll,
  inspect,
  jobOf,
  packageHost,
  packagesFor,
  type planned,
  saidIn,
  taken,
  type PackageHost,
} from './package-host.ts';

async function withPackage(change: Partial<typeof planned> = {}) {
  const at = await packageHost(change);
  const [sent] = await packagesFor(at, ['i3']);
  if (sent === undefined) throw new Error('no package');
  return { at, sent };
}

const only = async (at: PackageHost, bytes: Uint8Array | string): Promise<AnswerReport> => {
  const [report] = (await inspect(at, bytes)).answers;
  if (report === undefined || report.fault !== null) throw new Error(JSON.stringify(report));
  return report;
};

describe('answers that come back', () => {
  it('PKG7: say how they came, and taking them again changes nothing', async () => {
    const { at, sent } = await withPackage();
    const answer = answerTo(sent, [saidIn(sent, 'c1'), saidIn(sent, 'c2')]);
    const inspection = await inspect(at, answer);
    expect(inspection.answers).toMatchObject([
      { fault: null, institution: 'i3', counts: { new: 2 }, late: [], outdatedBase: false },
    ]);
    expect(taken(at)).toEqual([]);
    expect(await applyAll(at, inspection)).toMatchObject({ taken: 2, known: 0, refused: 0 });
    const [report] = inspection.answers;
    const via = { by: 'package', package: report?.fault === null ? report.answer : '', late: false };
    expect(taken(at)).toEqual([
      { id: 'c1', via },
      { id: 'c2', via },
    ]);
    const before = [at.host.workspace.audit.list().length, at.host.workspace.rooms.size('voices')];
    expect(await applyAll(at, inspection)).toMatchObject({ taken: 0, known: 2, refused: 0 });
    const again = await inspect(at, `${answer}\r\n`);
    expect(again.answers).toMatchObject([{ counts: { new: 0, duplicate: 2 } }]);
    await applyAll(at, again);
    expect([at.host.workspace.audit.list().length, at.host.workspace.rooms.size('voices')]).toEqual(before);
    // A later answer holds all of the earlier one.
    const more = await inspect(at, answerTo(sent, [saidIn(sent, 'c1'), saidIn(sent, 'c3')]));
    expect(more.answers).toMatchObject([{ counts: { new: 1, duplicate: 1 } }]);
  });

  it('PKG7: only what was chosen is taken', async () => {
    const { at, sent } = await withPackage();
    const { inspection, answers } = await inspect(
      at,
      answerTo(sent, [saidIn(sent, 'c1'), saidIn(sent, 'c2')]),
    );
    const [report] = answers;
    const answer = report?.fault === null ? report.answer : '';
    const take = [{ answer, records: ['c2', 'nobodys'] }];
    await jobOf(
      at.moderation,
      await at.moderation.call('packages.apply', { inspection, take, takeLate: true }),
    );
    expect(taken(at).map(({ id }) => id)).toEqual(['c2']);
  });

  it('PKG8: what comes after the round is over is taken where moderation says so alone, and says that it was late', async () => {
    const { at, sent } = await withPackage();
    const answer = answerTo(sent, [saidIn(sent, 'c1')], { createdAt: '2018-01-01T00:00:00Z' });
    valueOf(await at.moderation.call('rounds.close', { round: 'r1' }));
    const inspection = await inspect(at, answer);
    expect(inspection.answers).toMatchObject([{ late: ['c1'], counts: { new: 1 } }]);
    expect(await applyAll(at, inspection)).toMatchObject({ taken: 0, refused: 1, late: 1 });
    expect(taken(at)).toEqual([]);
    expect(await applyAll(at, inspection, true)).toMatchObject({ taken: 1, refused: 0, late: 0 });
    expect(taken(at)).toMatchObject([{ id: 'c1', via: { late: true } }]);
  });

  it('PKG8: what names what is late is told as late with it, and the report says what taking then does', async () => {
    const { at, sent } = await withPackage();
    const own = { institution: institutionId('i3'), author: sent.inside.author };
    const records = [withdrawal('w1', 'c1', own), saidIn(sent, 'c1'), saidIn(sent, 'c1', { body: 'Zwei.' })];
    const answer = answerTo(sent, records);
    valueOf(await at.moderation.call('rounds.close', { round: 'r1' }));
    const inspection = await inspect(at, answer);
    expect(inspection.answers).toMatchObject([
      { late: [expect.any(String), expect.any(String)], counts: { new: 2, conflict: 1, refused: 0 } },
    ]);
    expect(await applyAll(at, inspection)).toMatchObject({ taken: 0, refused: 3, late: 2 });
    expect(await applyAll(at, inspection, true)).toMatchObject({ taken: 2, refused: 1, late: 0 });
    expect(
      taken(at)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(['c1', 'w1']);
    const noted = at.host.workspace.audit.list().filter(({ action }) => action === 'package-taken');
    expect(noted).toHaveLength(1);
  });

  it('PKG4: places of a text that was changed meanwhile are told, each with where it stands today', async () => {
    const { at, sent } = await withPackage();
    const anchor = {
      ...({ on: 'node', quote: 'Gibt es nicht mehr' } as const),
      ...{ nodeId: nodeId('weg'), textHash: sha256('0'.repeat(64)) },
    };
    at.host.rooms.edit('text', (doc) => writeDocument(doc, smallDocument(40, 'Später')));
    const inspection = await inspect(
      at,
      answerTo(sent, [saidIn(sent, 'c1', { anchor }), saidIn(sent, 'c2')]),
    );
    expect(inspection.answers).toMatchObject([{ outdatedBase: true, replaced: 1, counts: { new: 2 } }]);
    const [report] = inspection.answers;
    const answer = report?.fault === null ? report.answer : '';
    const lines = valueOf(
      await at.moderation.call('packages.lines', { inspection: inspection.inspection, answer }),
    );
    expect(lines.map(({ place }) => place)).toMatchObject([
      { state: 'gone', quote: 'Gibt es nicht mehr', ambiguous: false, within: null },
      { state: 'document' },
    ]);
  });

  it('PKG5: a record that is none hides no other, and one for another institution is never taken', async () => {
    const { at, sent } = await withPackage();
    const foreign = saidIn(sent, 'c2', { institution: institutionId('i4') });
    const withdrawn = withdrawal('w1', 'nobodys', {
      ...{ institution: institutionId('i3'), author: sent.inside.author },
    });
    const records = [saidIn(sent, 'c1'), foreign, withdrawn, { hello: 'world' } as never];
    const inspection = await inspect(at, answerTo(sent, records));
    expect(inspection.answers).toMatchObject([
      { unreadable: 1, counts: { new: 1, foreign: 1, refused: 1, duplicate: 0, conflict: 0 } },
    ]);
    await applyAll(at, inspection);
    expect(taken(at).map(({ id }) => id)).toEqual(['c1']);
  });

  it('PKG8: places that the round does not ask about are not taken, late or not', async () => {
    const { at, sent } = await withPackage({ places: ['gibtesnicht'] });
    const report = await only(at, answerTo(sent, [saidIn(sent, 'c1')]));
    expect(report.counts).toMatchObject({ new: 0, refused: 1 });
  });
});

describe('answers that are none', () => {
  it('PKG9: what is cut off, changed, signed by another, of another Leitbild or newer is told by its reason, and takes nothing', async () => {
    const { at, sent } = await withPackage();
    const [other] = await packagesFor(at, ['i4']);
    if (other === undefined) throw new Error('no package');
    const whole = answerTo(sent, [saidIn(sent, 'c1')]);
    const stranger = secretKeyOf(new Uint8Array(32).fill(5));
    const said = [saidIn(sent, 'c1')];
    const files: Readonly<Record<string, string>> = {
      'cut.leitbild-antwort': whole.slice(0, -20),
      'changed.leitbild-antwort': whole.replace('zu allgemein', 'ganz richtig'),
      'stranger.leitbild-antwort': answerTo(sent, said, { key: stranger }),
      'neighbour.leitbild-antwort': answerTo(sent, said, { key: other.inside.key }),
      'posing.leitbild-antwort': answerTo(sent, said, { institution: institutionId('i4') }),
      'elsewhere.leitbild-antwort': answerTo(sent, said, { leitbild: publicKeyOf(stranger) }),
      'unsent.leitbild-antwort': answerTo(sent, said, { answers: sha256('9'.repeat(64)) }),
      'newer.leitbild-antwort': whole.replace('"version":1', '"version":2'),
      'empty.leitbild-antwort': '',
      'text.txt': 'Guten Tag, anbei unsere Antwort.',
      'round.leitbild-runde': whole.replace('"kind":"answer"', '"kind":"round"'),
    };
    const zipped = zipSync(
      Object.fromEntries([
        ...Object.entries(files).map(([name, text]) => [`a/${name}`, strToU8(text)] as const),
        ['a/scan.pdf', Uint8Array.of(0x25, 0x50, 0x44, 0x46, 0xff, 0xfe)],
      ]),
    );
    const inspection = await inspect(at, zipped, 'antworten.zip');
    const told = Object.fromEntries(
      inspection.answers.map(({ name, fault }) => [
        name.replace('.leitbild-antwort', ''),
        fault &&
          `${fault.code}${'reason' in fault.details ? ` ${fault.details.reason}` : ''}${
            fault.code === 'package-damaged' ? ` ${fault.details.place}` : ''
          }`.trim(),
      ]),
    );
    expect(told).toEqual({
      ...{ cut: 'package-damaged', changed: 'package-unsigned', stranger: 'package-unsigned' },
      ...{ neighbour: 'package-unsigned', posing: 'package-foreign institution' },
      ...{ elsewhere: 'package-foreign leitbild', unsent: 'package-foreign round' },
      ...{ newer: 'package-newer', empty: 'package-damaged' },
      ...{ 'text.txt': 'package-damaged format', 'scan.pdf': 'package-damaged format' },
      ...{ 'round.leitbild-runde': 'package-damaged kind' },
    });
    const state = at.host.workspace.audit.list().length;
    const take = [{ answer: 'a'.repeat(64), records: 'all' as const }];
    const { inspection: id } = inspection;
    await jobOf(
      at.moderation,
      await at.moderation.call('packages.apply', { inspection: id, take, takeLate: true }),
    );
    expect(taken(at)).toEqual([]);
    expect(at.host.workspace.audit.list().length).toBe(state);
  });

  it('PKG9: an archive that would unpack to more than is read, and one that is broken, are refused', async () => {
    // Made before the host starts: packing stops this whole process for seconds.
    const zeros = new Uint8Array(52 * 1024 * 1024);
    const bomb = zipSync({ a: zeros, b: zeros, c: zeros, d: zeros, e: zeros }, { level: 1 });
    const { at } = await withPackage();
    const inspectFile = async (bytes: Uint8Array) => {
      const { upload } = valueOf(await at.moderation.upload(bytes));
      return jobOf(at.moderation, await at.moderation.call('packages.inspect', { upload, name: 'a.zip' }));
    };
    expect(bomb.length).toBeLessThan(10_000_000);
    expect(await inspectFile(bomb)).toMatchObject({
      error: { code: 'file-too-large', details: { unpacked: true } },
    });
    const broken = zipSync({ a: strToU8('x'.repeat(5_000)) }).slice(0, 60);
    expect(await inspectFile(broken)).toMatchObject({ error: { code: 'package-damaged' } });
    expect(await inspectFile(zipSync({}))).toMatchObject({ error: { code: 'package-damaged' } });
  });

  it('PKG9: nobody sees or takes what another inspected', async () => {
    const { at, sent } = await withPackage();
    const { inspection } = await inspect(at, answerTo(sent, [saidIn(sent, 'c1')]));
    const { token } = at.host.invite('moderator');
    const headers = { authorization: `Bearer ${token}` };
    const answer = await at.moderation.fetch(`/api/packages.report?inspection=${inspection}`, {
      ...{ bare: true, headers },
    });
    expect(await answer.json()).toMatchObject({ error: { code: 'plan-unknown' } });
  });
});
