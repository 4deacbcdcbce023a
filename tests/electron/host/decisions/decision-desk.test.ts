import { describe, expect, it } from 'vitest';
import type { InputOf } from '../../../../shared/api/contract.ts';
import { writeWorkshop } from '../../../../shared/decisions/workshop.ts';
import { nodeId, workshopId } from '../../../../shared/ids/ids.ts';
import { writePhase } from '../../../../shared/rooms/phase-room.ts';
import { writeDocument } from '../../../../shared/rooms/text-room.ts';
import type { LeitbildDocument } from '../../../../shared/schema/document.ts';
import { hostWithProposals, recordsOf, textOf, wordsOf } from '../../../support/decided-host.ts';
import { flowOf, onNode } from '../../../support/decisions.ts';
import { valueOf } from '../../../support/filled-workspace.ts';
import { connectClient } from '../../../support/host-client.ts';

const about = (id: string, expected: string | null = null) => [{ id, expected }];
const wording = { contribution: 'c1', wording: 'Runde eins' };
const adoption: InputOf<'decisions.decide'> = {
  contributions: about('c1'),
  outcome: 'adopted',
  reason: 'Klarer.',
  stage: 'final',
  workshop: null,
  wordings: [wording],
};
const noting: InputOf<'decisions.decide'> = {
  ...adoption,
  contributions: about('c3'),
  outcome: 'noted',
  wordings: [],
};

describe('deciding', () => {
  it('DEC1: writes record, text, history and audit log as one, by whom and when the host says', async () => {
    const { host, client, text } = await hostWithProposals();
    host.rooms.edit('process', (doc) =>
      writeWorkshop(doc, {
        ...{
          id: workshopId('w1'),
          title: 'Treffen',
          date: '2019-05-01',
          place: '',
          institutions: [],
          notes: '',
        },
      }),
    );
    const made = valueOf(await client.call('decisions.decide', { ...adoption, workshop: 'w1' }));
    expect(made).toMatchObject({ type: 'decision', at: '2019-05-01T10:00:00Z', workshop: 'w1' });
    expect(made.changes).toEqual([{ node: 'p0', before: 'Runde 11 0', after: 'Runde eins' }]);
    expect(recordsOf(host)).toEqual([made]);
    expect(wordsOf(host)).toBe(flowOf(text).text.replace('Runde 11 0', 'Runde eins'));
    expect(host.workspace.audit.list().at(-1)).toEqual({
      ...{ at: made.at, action: 'decision-made', subject: `${made.id} final adopted` },
    });
    const { moments } = valueOf(await client.call('history.list', {}));
    expect(moments[0]).toMatchObject({
      cause: 'decision',
      label: made.id,
      authors: [{ principal: made.by }],
    });
    expect(moments[0]?.authors[0]?.touched.map(({ id }) => id)).toEqual(['k1']);
  });

  it('DEC2: lets exactly one of two decide who saw the same, and tells the other what holds', async () => {
    const { host, client } = await hostWithProposals();
    const other = await connectClient(host, host.invite('moderator').token);
    const [one, two] = await Promise.all([
      client.call('decisions.decide', adoption),
      other.call('decisions.decide', { ...adoption, outcome: 'rejected', wordings: [] }),
    ]);
    const won = [one, two].filter(({ ok }) => ok);
    const lost = [one, two].find(({ ok }) => !ok);
    expect(won).toHaveLength(1);
    const [record] = recordsOf(host);
    expect(recordsOf(host)).toHaveLength(1);
    expect(lost).toMatchObject({
      ok: false,
      error: { code: 'decision-superseded', details: { contribution: 'c1', decision: record?.id } },
    });
    const anew = { ...noting, contributions: about('c1', record?.id) };
    expect((await client.call('decisions.decide', anew)).ok).toBe(true);
  });

  it('DEC3: refuses what is unknown, locked or outdated, and writes nothing', async () => {
    const { host, client, text } = await hostWithProposals();
    const codeOf = async (input: InputOf<'decisions.decide'>) => {
      const answer = await client.call('decisions.decide', input);
      return answer.ok ? 'decided' : answer.error.code;
    };
    expect(await codeOf({ ...noting, contributions: about('c9') })).toBe('contribution-unknown');
    expect(await codeOf({ ...noting, workshop: 'w9' })).toBe('workshop-unknown');
    expect(await codeOf({ ...adoption, stage: 'proposed' })).toBe('request-invalid');
    expect(await codeOf({ ...adoption, outcome: 'noted' })).toBe('request-invalid');
    expect(await codeOf({ ...adoption, contributions: about('c3') })).toBe('request-invalid');
    expect(await codeOf({ ...adoption, contributions: [...about('c1'), ...about('c1')] })).toBe(
      'request-invalid',
    );
    const lines = { ...adoption, wordings: [{ contribution: 'c1', wording: 'eins\nzwei' }] };
    expect(await codeOf(lines)).toBe('wording-not-applicable');
    host.rooms.edit('process', (doc) =>
      writePhase(doc, { text: 'locked', contributions: 'closed', voices: 'moderation' }),
    );
    expect(await codeOf(adoption)).toBe('text-locked');
    expect(recordsOf(host)).toEqual([]);
    expect(await codeOf(noting)).toBe('decided');
    host.rooms.edit('process', (doc) =>
      writePhase(doc, { text: 'open', contributions: 'closed', voices: 'moderation' }),
    );
    const other = JSON.parse(JSON.stringify(text).replace('Runde 11 0', 'Etwas anderes')) as LeitbildDocument;
    host.rooms.edit('text', (doc) => writeDocument(doc, other));
    expect(await codeOf(adoption)).toBe('wording-outdated');
    const today = {
      ...adoption,
      wordings: [{ ...wording, anchor: onNode(textOf(host), 'p0') }],
    };
    expect(await codeOf(today)).toBe('decided');
    expect(wordsOf(host)).toContain('Runde eins');
  });

  it('DEC4: proposes, and makes it final by a record of its own; only that changes the text', async () => {
    const { host, client, text } = await hostWithProposals();
    const proposed = valueOf(
      await client.call('decisions.decide', { ...adoption, stage: 'proposed', wordings: [] }),
    );
    expect(wordsOf(host)).toBe(flowOf(text).text);
    const final = valueOf(
      await client.call('decisions.decide', { ...adoption, contributions: about('c1', proposed.id) }),
    );
    expect(recordsOf(host).map(({ id }) => id)).toEqual([proposed.id, final.id]);
    expect(wordsOf(host)).toContain('Runde eins');
  });

  it('DEC5: takes a decision back with its words, where they still stand', async () => {
    const { host, client, text } = await hostWithProposals();
    const both = {
      ...adoption,
      contributions: [...about('c1'), ...about('c2')],
      wordings: [wording, { contribution: 'c2', wording: '' }],
    };
    const made = valueOf(await client.call('decisions.decide', both));
    expect(flowOf(textOf(host)).spans.has(onNode(text, 'p1').nodeId)).toBe(false);
    const back = valueOf(
      await client.call('decisions.reopen', { decision: made.id, reason: 'Neu beraten', restoreText: true }),
    );
    expect(textOf(host)).toEqual(text);
    expect(back).toMatchObject({ type: 'reopening', reopens: made.id });
    expect(back.changes.map(({ after }) => after)).toEqual(['Runde 11 0', 'Runde 11 1']);
    const again = await client.call('decisions.reopen', { decision: made.id, reason: '', restoreText: true });
    expect(again).toMatchObject({
      ok: false,
      error: { code: 'decision-superseded', details: { decision: back.id } },
    });
    const { moments } = valueOf(await client.call('history.list', {}));
    expect(moments[0]).toMatchObject({ cause: 'decision-reopened', label: back.id });
  });

  it('DEC5: says that the words were changed since, and reopens without them where asked to', async () => {
    const { host, client } = await hostWithProposals();
    const made = valueOf(await client.call('decisions.decide', adoption));
    const other = JSON.parse(
      JSON.stringify(textOf(host)).replace('Runde eins', 'Runde ganz anders'),
    ) as LeitbildDocument;
    host.rooms.edit('text', (doc) => writeDocument(doc, other));
    const input = { decision: made.id, reason: '', restoreText: true };
    expect(await client.call('decisions.reopen', input)).toMatchObject({
      ok: false,
      error: { code: 'wording-outdated', details: { node: 'p0' } },
    });
    expect(recordsOf(host)).toHaveLength(1);
    valueOf(await client.call('decisions.reopen', { ...input, restoreText: false }));
    expect(wordsOf(host)).toContain('Runde ganz anders');
    expect(await client.call('decisions.reopen', { ...input, decision: 'd9' })).toMatchObject({
      error: { code: 'decision-unknown' },
    });
  });

  it('DEC6: keeps the order of records within a second and when the clock is set back', async () => {
    const clock = { instant: '' };
    let left = 99;
    // Ids whose order is not that of their making.
    const createId = () => nodeId(`z${String((left -= 1))}`);
    const ports = { clock: { now: () => clock.instant || '2019-05-01T10:00:00Z' }, createId };
    const { host, client } = await hostWithProposals({ ports });
    let holding: string | null = null;
    for (const instant of ['2019-05-01T10:00:00Z', '2019-05-01T10:00:00Z', '2018-01-01T00:00:00Z']) {
      clock.instant = instant;
      const input: InputOf<'decisions.decide'> = { ...noting, contributions: about('c3', holding) };
      holding = valueOf(await client.call('decisions.decide', input)).id;
    }
    valueOf(
      await client.call('decisions.reopen', { decision: holding ?? '', reason: '', restoreText: false }),
    );
    expect(recordsOf(host).map(({ type, at }) => [type, at])).toEqual([
      ['decision', '2019-05-01T10:00:00Z'],
      ['decision', '2019-05-01T10:00:00Z'],
      ['decision', '2019-05-01T10:00:00Z'],
      ['reopening', '2019-05-01T10:00:00Z'],
    ]);
    expect((await client.call('decisions.decide', noting)).ok).toBe(true);
  });
});
